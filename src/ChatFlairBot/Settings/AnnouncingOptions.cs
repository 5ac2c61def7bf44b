using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Announcing</c> block: what holds for every channel that asks for nothing else.</summary>
internal sealed class AnnouncingOptions : TermsOptions
{
    private static readonly Terms BuiltIn = new(
        Core.Announcing.Pace.Immediately, new TimeOnly(9, 30), DayOfWeek.Monday, new ChannelHours(TimeZoneInfo.Utc, null, new HashSet<DayOfWeek>()), CardsPerDay: 10);

    public AnnouncingOptions()
    {
        Zone = "Etc/UTC";
        CardsPerDay = BuiltIn.CardsPerDay;
        Pace = BuiltIn.Pace;
        DigestAt = BuiltIn.DigestAt;
        DigestOn = BuiltIn.DigestOn;
    }

    public Terms Default => Terms(BuiltIn);
}
