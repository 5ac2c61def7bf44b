namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>The form's fields, by the ids under which platforms hand them back.</summary>
public static class SubscribeFields
{
    public const string Sources = "flair_sources";
    public const string Groups = "flair_groups";
    public const string Kinds = "flair_kinds";
    public const string AtLeast = "flair_at_least";
    public const string Thresholds = "flair_thresholds";
    public const string Pace = "flair_pace";
    public const string DigestAt = "flair_digest_at";
    public const string DigestOn = "flair_digest_on";
    public const string QuietFrom = "flair_quiet_from";
    public const string QuietUntil = "flair_quiet_until";
    public const string Days = "flair_days";
    public const string Zone = "flair_zone";
    public const string CardsPerDay = "flair_cards_per_day";

    /// <summary>What may be written into a field of points.</summary>
    public const long MostPoints = 100_000_000;

    /// <summary>What may be written into the field of messages a day.</summary>
    public const int MostCardsPerDay = 1_000;

    /// <summary>A week begins on Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [.. Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7)];
}
