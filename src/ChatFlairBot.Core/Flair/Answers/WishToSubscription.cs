using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Puts a wish over what a channel has, and says everything that cannot be.</summary>
internal sealed class WishToSubscription(FlairParts parts)
{
    /// <param name="wish">What was named; the rest stays as it is.</param>
    /// <param name="now">What the channel has, or would have by default.</param>
    /// <param name="faults">Gets a sentence for everything that cannot be.</param>
    public Subscription Apply(SubscriptionWish wish, Subscription now, ICollection<string> faults)
    {
        foreach (var fault in wish.Faults) faults.Add(fault);
        var sources = Sources(wish, faults);
        var kinds = wish.Kinds.Count > 0 ? wish.Kinds : now.Kinds;
        return now with
        {
            Terms = Terms(wish, now.Terms, faults),
            Sources = sources ?? now.Sources,
            Groups = wish.Groups.Count > 0 ? wish.Groups : now.Groups,
            Kinds = kinds,
            AtLeast = wish.AtLeast ?? (wish.Thresholds.Count > 0 ? 0 : now.AtLeast),
            Thresholds = wish.Thresholds.Count > 0 ? wish.Thresholds : wish.AtLeast is null ? now.Thresholds : [],
        };
    }

    // "all" takes a narrower choice back.
    private List<string>? Sources(SubscriptionWish wish, ICollection<string> faults)
    {
        var names = wish.Sources.Concat(wish.Others).ToList();
        if (names.Count == 0) return null;
        if (names.Any(name => name.Equals("all", StringComparison.OrdinalIgnoreCase))) return [];
        var known = new List<string>();
        foreach (var name in names)
        {
            if (parts.SourceCalled(name) is { } source) known.Add(source);
            else faults.Add($"“{Echo.Of(name)}” is neither a platform I watch ({parts.Everywhere}) nor a word I know here.{(FlairLanguage.Nearest(name) is { } meant ? $" Did you mean {meant}?" : "")}");
        }

        return known;
    }

    private static Terms Terms(SubscriptionWish wish, Terms now, ICollection<string> faults)
    {
        var hours = now.Hours;
        if (wish.Zone is { } name)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) hours = hours with { Zone = zone };
            else faults.Add($"“{Echo.Of(name)}” is no time zone I know. Write an IANA name such as Europe/Berlin.");
        }

        if (wish.IsQuietOff) hours = hours with { Quiet = null };
        if (wish.Quiet is { } quiet)
        {
            try
            {
                hours = hours with { Quiet = new QuietHours(quiet.From, quiet.Until) };
            }
            catch (ArgumentException)
            {
                faults.Add("These quiet hours leave less than an hour of the day. To hear nothing at all: /flair pause");
            }
        }

        if (wish.WorkingDays is { } days) hours = hours with { WorkingDays = days.ToHashSet() };
        return new Terms(wish.Pace ?? now.Pace, wish.DigestAt ?? now.DigestAt, wish.DigestOn ?? now.DigestOn, hours, wish.CardsPerDay ?? now.CardsPerDay);
    }
}
