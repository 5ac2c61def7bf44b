using System.Globalization;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>The way to the next milestone: words first, which is all that a screen reader needs, then a bar.</summary>
internal static class ProgressBar
{
    private const int Signs = 10;

    public static string Of(CardProgress progress)
    {
        var share = progress.Goal <= 0 ? 1 : Math.Clamp((double)progress.Value / progress.Goal, 0, 1);
        var full = (int)(share * Signs);
        var percent = ((int)(share * 100)).ToString(CultureInfo.InvariantCulture);
        var bar = $"{new string('▰', full)}{new string('▱', Signs - full)} {percent}%";
        return SlackText.Line(progress.Label, SlackLimits.Header) is { Length: > 0 } label ? $"{label}\n{bar}" : bar;
    }
}
