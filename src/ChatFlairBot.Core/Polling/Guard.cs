using System.Globalization;

namespace ChatFlairBot.Core.Polling;

/// <summary>Judges a poll before any of its milestones counts. Pure: numbers in, reasons out.</summary>
public sealed class Guard(GuardLimits limits)
{
    /// <summary>A clock may be set right by so much between two polls.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    /// <summary>Why the poll looks wrong, each reason a sentence with its numbers; empty when it is fine.</summary>
    public IReadOnlyList<string> Judge(GuardNumbers poll) =>
    [
        .. from check in Checks(poll) where check is not null select check,
    ];

    private IEnumerable<string?> Checks(GuardNumbers poll)
    {
        if (poll.Impossible > poll.ImpossibleBefore) yield return $"{Counted(poll.Impossible, "person has", "people have")} a score that nobody can have (below zero or above every real one).";
        if (poll.Known == 0) yield break;
        yield return poll.People == 0 ? $"The platform answered with an empty list; {Number(poll.Known)} people were known." : Share(poll.Absent, limits.Absent, limits.AbsentFloor, "are missing");
        yield return Share(poll.Renamed, limits.Renamed, limits.RenamedFloor, "have another name, link or picture than before, as if this were another site");
        yield return Share(poll.Emptied, limits.Emptied, limits.EmptiedFloor, "fell to nothing");
        yield return Share(poll.Fallen, limits.Fallen, limits.FallenFloor, "have fewer points than before");
        yield return Share(poll.Multiplied, limits.Multiplied, limits.MultipliedFloor, "at least doubled their points");
        // After a day without a poll, half of the people with another score are no wonder.
        yield return poll.Since <= TimeSpan.FromDays(1) ? Share(poll.Changed, limits.Changed, limits.ChangedFloor, "have another score than before") : null;
        var most = Times(Most(limits.Milestones, limits.MilestonesFloor), poll.Since);
        yield return poll.Milestones > most ? $"{Number(poll.Milestones)} milestones at once, more than {Number(most)}." : null;
        var rise = Times(limits.LargestRise, poll.Since);
        yield return poll.LargestRise > rise ? $"Somebody gained {Number(poll.LargestRise)} points, more than the {Number(rise)} that are believed." : null;
        yield return Clock(poll.Since);

        string? Share(long people, double share, int floor, string what) =>
            people > Most(share, floor) ? $"{Number(people)} of {Number(poll.Known)} people {what}; up to {Number(Most(share, floor))} are believed." : null;

        long Most(double share, int floor) => share >= 1 ? long.MaxValue : Math.Max(floor, (long)(share * poll.Known));
    }

    private string? Clock(TimeSpan since)
    {
        if (since < -ClockSlack) return $"The last poll lies {Length(-since)} in the future: the clock of this machine was set back.";
        return since > limits.LongestGap ? $"No poll was accepted for {Length(since)}: the clock of this machine jumped, or what happened meanwhile is old news." : null;
    }

    // A bot that stood still for a week finds a week's work; a clock that ran ahead must not open the gate for good.
    private static long Times(long limit, TimeSpan since) =>
        limit > long.MaxValue / 10 ? long.MaxValue : limit * (long)Math.Clamp(Math.Ceiling(since.TotalDays), 1, 10);

    private static string Length(TimeSpan time) => time.TotalDays >= 2 ? $"{Number((long)time.TotalDays)} days" : time.TotalHours >= 2 ? $"{Number((long)time.TotalHours)} hours" : $"{Number((long)time.TotalMinutes)} minutes";

    private static string Counted(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
