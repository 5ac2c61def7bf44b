using System.Globalization;

namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads what follows <c>top</c>: a count, a time and a source in any order.</summary>
internal static class TopReader
{
    private static readonly string[] Openings = ["of", "on", "in", "from", "for", "the"];

    public static FlairCommand.Top Read(IReadOnlyList<Word> rest)
    {
        var words = new Words(rest);
        var (count, window, source) = ((int?)null, (TopWindow?)null, new List<string>());
        while (!words.IsAtEnd)
        {
            if (window is null && TakeWindow(words) is { } time) window = time;
            else if (count is null && Count(words.Key()) is { } number) count = number;
            else source.Add(words.Now.Text);
            words.Skip(1);
        }

        var name = string.Join(' ', source.SkipWhile((word, at) => at < source.Count - 1 && Openings.Contains(word, StringComparer.OrdinalIgnoreCase)));
        return new FlairCommand.Top(count ?? FlairLanguage.DefaultTop, window ?? TopWindow.All, name.Length > 0 ? name : null);
    }

    // Leaves the last word of it, for the loop to pass.
    private static TopWindow? TakeWindow(Words words)
    {
        if (words.Key() is "this" or "last" or "past" && Window(words.Key(1)) is not (null or TopWindow.All)) words.Skip(1);
        if (words.Key() is "all" && words.Key(1) is "time") words.Skip(1);
        return words.Key() is "time" ? TopWindow.All : Window(words.Key());
    }

    private static TopWindow? Window(string key) => key switch
    {
        "week" or "weekly" => TopWindow.Week,
        "month" or "monthly" => TopWindow.Month,
        "quarter" or "quarterly" => TopWindow.Quarter,
        "all" or "all-time" or "alltime" => TopWindow.All,
        _ => null,
    };

    // A number that is too long to be one asks for as many as there are.
    private static int? Count(string key)
    {
        if (key.TrimStart('-', '+') is not { Length: > 0 } digits || !digits.All(char.IsAsciiDigit)) return null;
        return int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, FlairLanguage.MostTop)
            : FlairLanguage.MostTop;
    }
}
