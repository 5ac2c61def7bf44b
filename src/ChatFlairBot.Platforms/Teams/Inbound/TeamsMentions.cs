using System.Net;
using System.Text;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>A message's text for the command language: without the bot's own mention, and with the ids of whom it mentions.</summary>
/// <remarks>
/// Who is mentioned stands beside the text, for in the text anybody can write anything
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations).
/// </remarks>
internal sealed record TeamsMentions(string Text, IReadOnlyList<string> Members)
{
    private const int MostMentioned = 3;

    public static TeamsMentions Read(TeamsActivity activity)
    {
        var (text, at) = (new StringBuilder(), 0);
        var members = new List<string>();
        (string Id, string Name)? last = null;
        foreach (var (id, name, shown) in activity.Mentions)
        {
            var start = shown.Length == 0 ? -1 : activity.Text.IndexOf(shown, at, StringComparison.Ordinal);
            if (start < 0) continue;
            var between = activity.Text[at..start];
            at = start + shown.Length;
            // A name of two parts may come as two mentions of the same person.
            if (last is { } before && before.Id == id && string.IsNullOrWhiteSpace(Plain(between)))
            {
                last = (id, $"{before.Name} {name}");
                continue;
            }

            Write(text, last, members);
            text.Append(Plain(between));
            last = id == activity.Bot ? null : (id, name);
        }

        Write(text, last, members);
        text.Append(Plain(activity.Text[at..]));
        return new(text.ToString().Trim(), members);
    }

    private static void Write(StringBuilder text, (string Id, string Name)? mention, List<string> members)
    {
        if (mention is not var (id, shown)) return;
        var name = Plain(shown).Replace('<', '‹').Replace('>', '›');
        // Channels, teams and tags can be mentioned too; they are nobody.
        var isSomebody = id.StartsWith("29:", StringComparison.Ordinal) || id.StartsWith("28:", StringComparison.Ordinal);
        if (isSomebody && !members.Contains(id, StringComparer.Ordinal) && members.Count < MostMentioned) members.Add(id);
        text.Append(members.Contains(id, StringComparer.Ordinal) ? $"<at id=\"{id.Replace("\"", "", StringComparison.Ordinal)}\">{name}</at>" : name);
    }

    // What looks like a mention and stands nowhere beside the text is none.
    private static string Plain(string text) => WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Replace("<at", "‹at", StringComparison.OrdinalIgnoreCase).Replace("</at", "‹/at", StringComparison.OrdinalIgnoreCase);
}
