using System.Text.Json.Serialization;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>The first line of the process that plays a vendor: the settings that switch the vendor's platform on.</summary>
internal sealed record VendorWelcome(IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Whose certificates are to be trusted, as PEM; null where none is needed.</summary>
    public string? Authority { get; init; }

    /// <summary>The installation that questions come from.</summary>
    public string Workspace { get; init; } = "";
}

/// <summary>What that process is told to do next.</summary>
/// <param name="Bot">Where questions go.</param>
/// <param name="IsConstant">Whether that answers a constant.</param>
/// <param name="Rate">Questions a second.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Seed">Chooses who asks what.</param>
internal sealed record VendorOrder(Uri Bot, bool IsConstant, int Rate, int Seconds, int Seed);

/// <summary>What came of questions that were sent at a steady rate.</summary>
internal sealed record Outcome
{
    /// <summary>From the moment a question was due to its whole answer, in milliseconds, whichever way it came.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>From that moment to the acknowledgement, where that is another thing than the answer.</summary>
    public IReadOnlyList<double> Acknowledged { get; init; } = [];

    /// <summary>Which kind of question each of them was.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The times of those alone that were acknowledged empty and answered afterwards.</summary>
    public IReadOnlyList<double> Late { get; init; } = [];

    /// <summary>From the moment a question was due until it was on its way: what the sender itself is late.</summary>
    public IReadOnlyList<double> Waits { get; init; } = [];

    /// <summary>What was refused, wrong, broken off or never answered.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>How many connections were open at the end.</summary>
    public int Connections { get; init; }

    public static Outcome Sum(IReadOnlyList<Outcome> all) => new()
    {
        Times = [.. all.SelectMany(one => one.Times)],
        Acknowledged = [.. all.SelectMany(one => one.Acknowledged)],
        Kinds = [.. all.SelectMany(one => one.Kinds)],
        Late = [.. all.SelectMany(one => one.Late)],
        Waits = [.. all.SelectMany(one => one.Waits)],
        Errors = [.. all.SelectMany(one => one.Errors)],
        Connections = all.Max(one => one.Connections),
    };
}

[JsonSerializable(typeof(VendorWelcome))]
[JsonSerializable(typeof(VendorOrder))]
[JsonSerializable(typeof(Outcome))]
internal sealed partial class VendorJson : JsonSerializerContext;
