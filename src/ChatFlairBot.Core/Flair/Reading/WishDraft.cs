using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>A wish while its words are read.</summary>
internal sealed class WishDraft
{
    private const int MostFaults = 5;

    public List<string> Sources { get; } = [];

    public List<string> Others { get; } = [];

    public List<string> Groups { get; } = [];

    public List<string> Kinds { get; } = [];

    public long? AtLeast { get; set; }

    public List<long> Thresholds { get; } = [];

    public Pace? Pace { get; set; }

    public TimeOnly? DigestAt { get; set; }

    public DayOfWeek? DigestOn { get; set; }

    public (TimeOnly From, TimeOnly Until)? Quiet { get; set; }

    public bool IsQuietOff { get; set; }

    public IReadOnlyList<DayOfWeek>? WorkingDays { get; set; }

    public string? Zone { get; set; }

    public int? CardsPerDay { get; set; }

    public List<string> Faults { get; } = [];

    /// <summary>Remembers that words could not be read.</summary>
    /// <param name="typed">The words.</param>
    /// <param name="instead">The rest of the sentence, without its full stop.</param>
    public void Fault(string typed, string instead) => Faults.Add($"“{Echo.Of(typed)}” {instead}.");

    public SubscriptionWish ToWish()
    {
        var thresholds = Points.Thresholds(Thresholds, out var fault);
        return new SubscriptionWish
        {
            Sources = Sources,
            Others = Others,
            Groups = Groups,
            Kinds = [.. Kinds.Distinct(StringComparer.Ordinal)],
            AtLeast = AtLeast,
            Thresholds = thresholds,
            Pace = Pace,
            DigestAt = DigestAt,
            DigestOn = DigestOn,
            Quiet = Quiet,
            IsQuietOff = IsQuietOff,
            WorkingDays = WorkingDays,
            Zone = Zone,
            CardsPerDay = CardsPerDay,
            Faults = [.. (fault is null ? Faults : Faults.Append(fault)).Distinct(StringComparer.Ordinal).Take(MostFaults)],
        };
    }
}
