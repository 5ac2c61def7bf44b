using System.Globalization;
using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>Reads the form, and says of each field that cannot be what to write instead.</summary>
internal sealed class SubscribeReader(JsonElement view)
{
    /// <summary>What Slack shows below a field.</summary>
    private const int LongestFault = 150;

    private const long MostPoints = 100_000_000;
    private const int MostGroups = 50;

    private readonly FormState _state = new(view);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    public SubscribeAnswer Read()
    {
        var carried = _state.Carried();
        var (thresholds, quiet) = (Thresholds(), Quiet());
        var least = Number(SubscribeBlocks.AtLeast, MostPoints, "Write points from 0 to 100,000,000, such as 1000.");
        var wish = new SubscriptionWish
        {
            IsWhole = true,
            Sources = Sources(carried),
            Groups = Groups(),
            Kinds = Kinds(),
            // Points and 0 would take the thresholds back.
            AtLeast = thresholds.Count > 0 && least is 0 ? null : least,
            Thresholds = thresholds,
            Pace = Pace(),
            DigestAt = _state.Time(SubscribeBlocks.DigestAt),
            DigestOn = Day(_state.Chosen(SubscribeBlocks.DigestOn)),
            Quiet = quiet,
            IsQuietOff = quiet is null && !_faults.ContainsKey(SubscribeBlocks.QuietFrom) && !_faults.ContainsKey(SubscribeBlocks.QuietUntil),
            WorkingDays = Days(),
            Zone = Zone(),
            CardsPerDay = (int?)Number(SubscribeBlocks.CardsPerDay, 1_000, "Write a number from 0 (no limit) to 1,000."),
        };
        return new SubscribeAnswer(carried is { } some ? FormState.Text(some, SubscribeView.ChannelField) ?? "" : "", wish, _faults);
    }

    private IReadOnlyList<string> Sources(JsonElement? carried)
    {
        var chosen = _state.AllChosen(SubscribeBlocks.Sources);
        var isAll = chosen.Count == 0 || (carried?.At(SubscribeView.SourcesField) is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var of) && chosen.Count == of);
        return isAll ? ["all"] : chosen;
    }

    // Slack hands & < > back escaped, as far as anybody knows (slackapi/bolt-python, issue 513).
    private IReadOnlyList<string> Groups() =>
    [
        .. _state.Written(SubscribeBlocks.Groups)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostGroups),
    ];

    private IReadOnlyList<string> Kinds()
    {
        var chosen = _state.AllChosen(SubscribeBlocks.Kinds);
        IReadOnlyList<string> kinds = [.. MilestoneKey.Kinds.Where(kind => chosen.Contains(kind, StringComparer.Ordinal))];
        if (kinds.Count == 0) Fault(SubscribeBlocks.Kinds, "Choose at least one kind. To hear of none, unsubscribe.");
        return kinds;
    }

    private long? Number(string field, long most, string instead)
    {
        var text = _state.Written(field);
        if (text.Length == 0) return 0;
        if (long.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        Fault(field, $"“{Echo.Of(text, 30)}” will not do. {instead}");
        return null;
    }

    // The command language knows how people write numbers: 1000, 1,000, 2.5k.
    private IReadOnlyList<long> Thresholds()
    {
        var text = _state.Written(SubscribeBlocks.Thresholds);
        if (text.Length == 0) return [];
        if (FlairLanguage.Parse($"simulate {text}").Command is FlairCommand.Simulate { WantedPerWeek: null } read)
        {
            if (read is { Fault: null, Thresholds.Count: > 0 }) return read.Thresholds;
            if (read is { Fault: { } fault, Thresholds.Count: > 0 }) return Refuse(fault);
        }

        return Refuse($"“{Echo.Of(text, 30)}” are no points. Write numbers from 2 to 100,000,000, such as 1000, 5000.");

        IReadOnlyList<long> Refuse(string fault)
        {
            Fault(SubscribeBlocks.Thresholds, fault);
            return [];
        }
    }

    private Pace? Pace()
    {
        if (Enum.GetValues<Pace>().Select(pace => (Pace?)pace).FirstOrDefault(pace => pace.ToString() == _state.Chosen(SubscribeBlocks.Pace)) is { } chosen) return chosen;
        Fault(SubscribeBlocks.Pace, "Choose how often.");
        return null;
    }

    private (TimeOnly From, TimeOnly Until)? Quiet()
    {
        var (from, until) = (_state.Time(SubscribeBlocks.QuietFrom), _state.Time(SubscribeBlocks.QuietUntil));
        if (from is not { } begin || until is not { } end)
        {
            if (from is not null) Fault(SubscribeBlocks.QuietUntil, "Choose when the quiet hours end, or leave both empty.");
            if (until is not null) Fault(SubscribeBlocks.QuietFrom, "Choose when the quiet hours begin, or leave both empty.");
            return null;
        }

        if (begin == end) Fault(SubscribeBlocks.QuietUntil, "They begin and end at the same time. Leave both empty for no quiet hours.");
        else if (begin - end < QuietHours.LeastOpen) Fault(SubscribeBlocks.QuietUntil, "That leaves less than an hour of the day. To hear nothing at all, unsubscribe or pause.");
        else return (begin, end);
        return null;
    }

    private IReadOnlyList<DayOfWeek>? Days()
    {
        var chosen = _state.AllChosen(SubscribeBlocks.Days);
        IReadOnlyList<DayOfWeek> days = [.. SubscribeBlocks.Week.Where(day => chosen.Contains(day.ToString(), StringComparer.Ordinal))];
        if (days.Count > 0) return days;
        Fault(SubscribeBlocks.Days, "Choose at least one day. To hear nothing for a while, pause.");
        return null;
    }

    private string? Zone()
    {
        var name = _state.Written(SubscribeBlocks.Zone);
        if (name.Length > 0 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '_' or '-' or '+') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)) return name;
        Fault(SubscribeBlocks.Zone, name.Length == 0 ? "Write an IANA name such as Europe/Berlin." : $"I know no zone “{Echo.Of(name, 30)}”. Write an IANA name such as Europe/Berlin.");
        return null;
    }

    private static DayOfWeek? Day(string? name) => SubscribeBlocks.Week.Select(day => (DayOfWeek?)day).FirstOrDefault(day => day.ToString() == name);

    private void Fault(string field, string instead) => _faults[field] = CardLimits.Cut(instead, LongestFault);
}
