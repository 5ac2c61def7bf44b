using System.Globalization;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>The forms in which answers are said.</summary>
internal static class Say
{
    public static Card Notice(string title, string text) => new(CardKind.Notice, title, $"{title}. {text}") { Text = text };

    public static Card ForManagers(string what) => Notice("That is for managers", $"{what} is up to administrators of this workspace and whoever the settings name. Ask one of them, or whoever runs me.");

    /// <summary>The time of something, to the minute, in UTC.</summary>
    public static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Counted(long count, string one, string? many = null) => $"{CardMaker.Number(count)} {(count == 1 ? one : many ?? one + "s")}";
}
