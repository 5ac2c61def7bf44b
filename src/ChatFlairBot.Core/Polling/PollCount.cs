using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>What one poll has counted so far.</summary>
internal sealed class PollCount
{
    /// <summary>A list that shifts while it is read repeats some people and misses as many; more than this is another list than announced.</summary>
    private const double MostMissed = 0.1;

    private const int MostMissedOfFew = 5;

    /// <summary>A shifting list repeats a person here and there; a whole page that comes twice is another matter.</summary>
    private const double MostRepeated = 0.005;

    private const int MostRepeatedOfFew = 20;

    public long Rows { get; private set; }

    /// <summary>The largest total that any page stated.</summary>
    public long? StatedTotal { get; private set; }

    private long Unreadable { get; set; }

    public long People { get; private set; }

    /// <summary>Of them, people whom the snapshot lists.</summary>
    public long KnownSeen { get; private set; }

    /// <summary>People whom the snapshot lists and the platform does not any more.</summary>
    public long Hidden { get; private set; }

    public long Changed { get; private set; }

    /// <summary>Rows of people who had come before: the list shifted while it was read.</summary>
    public long Repeated { get; private set; }

    public int Impossible { get; private set; }

    public void Add(SourceRead.Page page)
    {
        Rows += page.Rows;
        Unreadable += page.Rows - page.Standings.Count;
        Impossible += page.Impossible;
        if (page.StatedTotal is { } total && !(total <= StatedTotal)) StatedTotal = total;
    }

    /// <summary>What is wrong with a list that ended without a fault, or null.</summary>
    public SourceFault? Judge()
    {
        if (Rows > 0 && Unreadable == Rows)
        {
            return new(SourceFaultKind.Malformed, $"The platform sent {Rows} rows and none of them could be read as a person. Is its API of another version?");
        }

        // Rows first: who is missed while the list shifts is as unknown as before, but rows that never came are another matter.
        var missed = StatedTotal - People - Unreadable;
        if (Repeated > Math.Max(MostRepeatedOfFew, MostRepeated * Rows))
        {
            return new(SourceFaultKind.Incomplete, $"The platform sent {Repeated} of {Rows} people twice, so others are missing. The last snapshot stands; the next poll tries again.");
        }

        return Rows < StatedTotal || missed > Math.Max(MostMissedOfFew, MostMissed * StatedTotal ?? 0)
            ? new(
                SourceFaultKind.Incomplete,
                $"The platform announced {StatedTotal} people and sent {Rows}, {People} of them different. The last snapshot stands; the next poll tries again.")
            : null;
    }

    public void Add(Sighting sighting)
    {
        if (sighting is Sighting.Repeated) Repeated++;
        else People++;
        if (sighting is Sighting.Unchanged or Sighting.Changed) KnownSeen++;
        if (sighting is Sighting.Hidden) Hidden++;
        if (sighting is Sighting.Changed or Sighting.New) Changed++;
    }
}
