using System.Text.Json.Serialization;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>The first line of the process that plays Slack: what a bot needs to be in this Slack.</summary>
internal sealed record SlackWelcome(Uri ApiBaseUrl, string SigningSecret, string BotToken);

/// <summary>What that process is told to do next.</summary>
/// <param name="Path">Where on the bot commands go.</param>
/// <param name="Rate">Commands a second.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Seed">Chooses who asks what.</param>
internal sealed record SlackOrder(Uri Bot, string Path, int Rate, int Seconds, int Seed);

/// <summary>What came of commands that were sent at a steady rate.</summary>
internal sealed record SlackOutcome
{
    /// <summary>From the moment a command was due to its whole answer, in milliseconds, whichever way it came.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>Which kind of command each of them was.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The times of those alone that were acknowledged empty and answered afterwards.</summary>
    public IReadOnlyList<double> Late { get; init; } = [];

    /// <summary>From the moment a command was due until it was on its way: what the sender itself is late.</summary>
    public IReadOnlyList<double> Waits { get; init; } = [];

    /// <summary>What was refused, wrong, broken off or never answered.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>How many connections were open at the end.</summary>
    public int Connections { get; init; }

    public static SlackOutcome Sum(IReadOnlyList<SlackOutcome> all) => new()
    {
        Times = [.. all.SelectMany(one => one.Times)],
        Kinds = [.. all.SelectMany(one => one.Kinds)],
        Late = [.. all.SelectMany(one => one.Late)],
        Waits = [.. all.SelectMany(one => one.Waits)],
        Errors = [.. all.SelectMany(one => one.Errors)],
        Connections = all.Max(one => one.Connections),
    };
}

[JsonSerializable(typeof(SlackWelcome))]
[JsonSerializable(typeof(SlackOrder))]
[JsonSerializable(typeof(SlackOutcome))]
internal sealed partial class SlackMessagesJson : JsonSerializerContext;
