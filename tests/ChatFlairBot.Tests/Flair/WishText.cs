using System.Globalization;
using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

/// <summary>A wish in one line, for tables: only what it says.</summary>
internal static class WishText
{
    public static string Of(SubscriptionWish wish) => string.Join("; ", Parts(wish).Where(part => part.Value.Length > 0).Select(part => $"{part.Name} {part.Value}"));

    private static IEnumerable<(string Name, string Value)> Parts(SubscriptionWish wish)
    {
        yield return ("sources", string.Join(",", wish.Sources));
        yield return ("others", string.Join(",", wish.Others));
        yield return ("groups", string.Join(",", wish.Groups));
        yield return ("kinds", string.Join(",", wish.Kinds));
        yield return ("least", wish.AtLeast?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return ("thresholds", string.Join(",", wish.Thresholds));
        yield return ("pace", $"{wish.Pace}");
        yield return ("at", wish.DigestAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "");
        yield return ("on", $"{wish.DigestOn}");
        yield return ("quiet", wish.Quiet is { } quiet ? $"{quiet.From:HH:mm}-{quiet.Until:HH:mm}" : wish.IsQuietOff ? "off" : "");
        yield return ("days", string.Join(",", (wish.WorkingDays ?? []).Select(day => $"{day}"[..3])));
        yield return ("zone", wish.Zone ?? "");
        yield return ("max", wish.CardsPerDay?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return ("faults", string.Join(" ", wish.Faults));
    }
}
