using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair;

/// <summary>What somebody wishes for a channel. What was not named is empty or null and leaves things as they are.</summary>
public sealed record SubscriptionWish
{
    /// <summary>No wish at all.</summary>
    public static SubscriptionWish None { get; } = new();

    /// <summary>Whether it is all that is wished, as a form says it: then what was not named is taken back.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Names or titles after <c>from</c>, as typed; <c>all</c> may be among them.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Words the language does not know, one by one, as typed: perhaps names of sources.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Names of groups or departments, as typed.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Some of <c>reputation</c>, <c>level</c>, <c>badge</c>, <c>rank</c>, <c>expert</c>, <c>first</c>, <c>collective</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Only milestones from so many points, 0 (all) to 100,000,000.</summary>
    public long? AtLeast { get; init; }

    /// <summary>Exactly these milestones and no others: ascending, 2 to 100,000,000 points, at most 20.</summary>
    public IReadOnlyList<long> Thresholds { get; init; } = [];

    public Pace? Pace { get; init; }

    /// <summary>When a digest goes out, in the channel's zone.</summary>
    public TimeOnly? DigestAt { get; init; }

    /// <summary>On which day a weekly digest goes out.</summary>
    public DayOfWeek? DigestOn { get; init; }

    /// <summary>The hours without cards, in the channel's zone; they may pass midnight and are never equal.</summary>
    public (TimeOnly From, TimeOnly Until)? Quiet { get; init; }

    /// <summary>Whether there are to be no quiet hours.</summary>
    public bool IsQuietOff { get; init; }

    /// <summary>The days on which cards may come, from Monday on; never empty.</summary>
    public IReadOnlyList<DayOfWeek>? WorkingDays { get; init; }

    /// <summary>The name of a time zone such as <c>Europe/Berlin</c>, as typed: it need not exist.</summary>
    public string? Zone { get; init; }

    /// <summary>How many cards a day at most, 0 (no limit) to 1,000.</summary>
    public int? CardsPerDay { get; init; }

    /// <summary>Whether nothing at all was named.</summary>
    public bool IsNothing =>
        Sources.Count + Others.Count + Groups.Count + Kinds.Count + Thresholds.Count + Faults.Count == 0
        && this with { Sources = None.Sources, Others = None.Others, Groups = None.Groups, Kinds = None.Kinds, Thresholds = None.Thresholds, Faults = None.Faults } == None;

    /// <summary>For words that meant something and could not be read: sentences that say what to write instead.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
