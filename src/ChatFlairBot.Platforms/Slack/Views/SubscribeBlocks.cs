namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The form's fields: block_id and action_id alike.</summary>
internal static class SubscribeBlocks
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

    /// <summary>The row with the preview's button, which is no field.</summary>
    public const string Preview = "flair_preview";

    /// <summary>A week begins on Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [.. Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7)];
}
