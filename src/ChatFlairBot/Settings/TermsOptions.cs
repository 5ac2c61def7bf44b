using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Announcing</c> block: what holds for every channel that asks for nothing else.</summary>
internal class TermsOptions : IValidatableObject
{
    /// <summary>The IANA name of the clock on the channel's wall, such as Europe/Berlin.</summary>
    public string? Zone { get; set; }

    /// <summary>Local times between which nothing is posted, such as 18:00-08:00.</summary>
    public string? QuietHours { get; set; }

    /// <summary>The days on which anything is posted; all when nothing is said.</summary>
    public IReadOnlyList<DayOfWeek> WorkingDays { get; set; } = [];

    /// <summary>The most messages of a day, a digest included; 0 for no limit.</summary>
    [Range(0, 1_000, ErrorMessage = "{0} is from 0 (no limit) to 1000.")]
    public int? CardsPerDay { get; set; }

    /// <summary>How soon milestones are told.</summary>
    public Pace? Pace { get; set; }

    /// <summary>The local time of digests.</summary>
    public TimeOnly? DigestAt { get; set; }

    /// <summary>The day of weekly digests.</summary>
    public DayOfWeek? DigestOn { get; set; }

    /// <param name="otherwise">Gives what is not said here.</param>
    public Terms Terms(Terms otherwise)
    {
        var hours = otherwise.Hours;
        var zone = Zone is null ? hours.Zone : TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var quiet = QuietHours is null ? hours.Quiet : Quiet(QuietHours);
        var days = WorkingDays.Count == 0 ? hours.WorkingDays : WorkingDays.ToHashSet();
        return new Terms(Pace ?? otherwise.Pace, DigestAt ?? otherwise.DigestAt, DigestOn ?? otherwise.DigestOn, new ChannelHours(zone, quiet, days), CardsPerDay ?? otherwise.CardsPerDay);
    }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _)) yield return new($"Zone is '{Zone}', but has to be an IANA name such as Europe/Berlin or Etc/UTC.", [nameof(Zone)]);
        if (QuietHours is not null && !IsQuiet(QuietHours)) yield return new($"QuietHours is '{QuietHours}', but has to be two times such as 18:00-08:00 that leave at least an hour of the day.", [nameof(QuietHours)]);
    }

    private static bool IsQuiet(string text)
    {
        try
        {
            return Quiet(text) is not null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static QuietHours? Quiet(string text) => text.Split('-') is [var from, var until]
        ? new QuietHours(TimeOnly.Parse(from.Trim(), System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(until.Trim(), System.Globalization.CultureInfo.InvariantCulture))
        : null;
}
