using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>Reads the form, and says of each field that cannot be what to write instead.</summary>
/// <param name="form">As a platform handed it over.</param>
public sealed class SubscribeReader(IFormFields form)
{
    /// <summary>What fits below a field.</summary>
    private const int LongestFault = 150;

    private const int MostGroups = 50;

    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>Never throws, whatever stands in the form.</summary>
    public SubscribeAnswer Read()
    {
        var (thresholds, quiet) = (Thresholds(), Quiet());
        var least = Number(SubscribeFields.AtLeast, SubscribeFields.MostPoints, "Write points from 0 to 100,000,000, such as 1000.");
        var wish = new SubscriptionWish
        {
            IsWhole = true,
            Sources = Sources(),
            Groups = Groups(),
            Kinds = Kinds(),
            // Points and 0 would take the thresholds back.
            AtLeast = thresholds.Count > 0 && least is 0 ? null : least,
            Thresholds = thresholds,
            Pace = Pace(),
            DigestAt = form.Time(SubscribeFields.DigestAt),
            DigestOn = Day(form.Chosen(SubscribeFields.DigestOn)),
            Quiet = quiet,
            IsQuietOff = quiet is null && !_faults.ContainsKey(SubscribeFields.QuietFrom) && !_faults.ContainsKey(SubscribeFields.QuietUntil),
            WorkingDays = Days(),
            Zone = Zone(),
            CardsPerDay = (int?)Number(SubscribeFields.CardsPerDay, SubscribeFields.MostCardsPerDay, "Write a number from 0 (no limit) to 1,000."),
        };
        return new SubscribeAnswer(form.Channel, wish, _faults);
    }

    private IReadOnlyList<string> Sources()
    {
        var chosen = form.AllChosen(SubscribeFields.Sources);
        return chosen.Count == 0 || chosen.Count == form.SourceCount ? ["all"] : chosen;
    }

    private IReadOnlyList<string> Groups() =>
    [
        .. form.Written(SubscribeFields.Groups)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostGroups),
    ];

    private IReadOnlyList<string> Kinds()
    {
        var chosen = form.AllChosen(SubscribeFields.Kinds);
        IReadOnlyList<string> kinds = [.. MilestoneKey.Kinds.Where(kind => chosen.Contains(kind, StringComparer.Ordinal))];
        if (kinds.Count == 0) Fault(SubscribeFields.Kinds, "Choose at least one kind. To hear of none, unsubscribe.");
        return kinds;
    }

    private long? Number(string field, long most, string instead)
    {
        var text = form.Written(field);
        if (text.Length == 0) return 0;
        if (long.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        Fault(field, $"“{Echo.Of(text, 30)}” will not do. {instead}");
        return null;
    }

    // The command language knows how people write numbers: 1000, 1,000, 2.5k.
    private IReadOnlyList<long> Thresholds()
    {
        var text = form.Written(SubscribeFields.Thresholds);
        if (text.Length == 0) return [];
        if (FlairLanguage.Parse($"simulate {text}").Command is FlairCommand.Simulate { WantedPerWeek: null } read)
        {
            if (read is { Fault: null, Thresholds.Count: > 0 }) return read.Thresholds;
            if (read is { Fault: { } fault, Thresholds.Count: > 0 }) return Refuse(fault);
        }

        return Refuse($"“{Echo.Of(text, 30)}” are no points. Write numbers from 2 to 100,000,000, such as 1000, 5000.");

        IReadOnlyList<long> Refuse(string fault)
        {
            Fault(SubscribeFields.Thresholds, fault);
            return [];
        }
    }

    private Pace? Pace()
    {
        if (Enum.GetValues<Pace>().Select(pace => (Pace?)pace).FirstOrDefault(pace => pace.ToString() == form.Chosen(SubscribeFields.Pace)) is { } chosen) return chosen;
        Fault(SubscribeFields.Pace, "Choose how often.");
        return null;
    }

    private (TimeOnly From, TimeOnly Until)? Quiet()
    {
        var (from, until) = (form.Time(SubscribeFields.QuietFrom), form.Time(SubscribeFields.QuietUntil));
        if (from is not { } begin || until is not { } end)
        {
            if (from is not null) Fault(SubscribeFields.QuietUntil, "Choose when the quiet hours end, or leave both empty.");
            if (until is not null) Fault(SubscribeFields.QuietFrom, "Choose when the quiet hours begin, or leave both empty.");
            return null;
        }

        if (begin == end) Fault(SubscribeFields.QuietUntil, "They begin and end at the same time. Leave both empty for no quiet hours.");
        else if (begin - end < QuietHours.LeastOpen) Fault(SubscribeFields.QuietUntil, "That leaves less than an hour of the day. To hear nothing at all, unsubscribe or pause.");
        else return (begin, end);
        return null;
    }

    private IReadOnlyList<DayOfWeek>? Days()
    {
        var chosen = form.AllChosen(SubscribeFields.Days);
        IReadOnlyList<DayOfWeek> days = [.. SubscribeFields.Week.Where(day => chosen.Contains(day.ToString(), StringComparer.Ordinal))];
        if (days.Count > 0) return days;
        Fault(SubscribeFields.Days, "Choose at least one day. To hear nothing for a while, pause.");
        return null;
    }

    private string? Zone()
    {
        var name = form.Written(SubscribeFields.Zone);
        if (name.Length > 0 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '_' or '-' or '+') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)) return name;
        Fault(SubscribeFields.Zone, name.Length == 0 ? "Write an IANA name such as Europe/Berlin." : $"I know no zone “{Echo.Of(name, 30)}”. Write an IANA name such as Europe/Berlin.");
        return null;
    }

    private static DayOfWeek? Day(string? name) => SubscribeFields.Week.Select(day => (DayOfWeek?)day).FirstOrDefault(day => day.ToString() == name);

    private void Fault(string field, string instead) => _faults[field] = CardLimits.Cut(instead, LongestFault);
}
