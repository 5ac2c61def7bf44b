using System.Text.Json.Serialization;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary>What a measuring process tells the one that started it. Times in milliseconds, sizes in bytes.</summary>
internal sealed record Measured
{
    /// <summary>Times of the bare floor.</summary>
    public IReadOnlyList<double> Floors { get; init; } = [];

    /// <summary>Times of the polls, each beside the floor of the same pair.</summary>
    public IReadOnlyList<double> Polls { get; init; } = [];

    /// <summary>The floors' processor time, which other programs on the machine disturb less.</summary>
    public IReadOnlyList<double> FloorProcessor { get; init; } = [];

    /// <summary>The polls' processor time.</summary>
    public IReadOnlyList<double> PollProcessor { get; init; } = [];

    /// <summary>Times of the polls' commits.</summary>
    public IReadOnlyList<double> Commits { get; init; } = [];

    public long Changed { get; init; }

    public long Milestones { get; init; }

    /// <summary>The log's file beside the database when the work was done; closing the database takes it away.</summary>
    public long WalSize { get; init; }

    public long PeakMemory { get; init; }
}

[JsonSerializable(typeof(Measured))]
internal sealed partial class MeasuredJson : JsonSerializerContext;
