using System.Text;

namespace ChatFlairBot.Tests.Flair;

/// <summary>Lines that people, clients and attackers send: half grammar, half rubbish, the same for the same seed.</summary>
public static class CommandFuzz
{
    private const int LongestLine = 5_000;

    private static readonly string[] Commands =
    [
        "me", "top", "leaderboard", "why", "whoami", "who am i", "link", "unlink", "share", "export", "export me", "forget", "forget me", "forget me yes", "subscribe", "settings",
        "preview", "unsubscribe", "simulate", "pause", "resume", "quarantine", "quarantine show", "quarantine release", "quarantine discard", "retract", "correct", "status", "help", "?",
        "/flair", "/flair flair", "flair", "statsu", "subsribe", "hepl", "tpo", "",
    ];

    private static readonly string[] Arguments =
    [
        "acme", "starmind", "Acme Stack", "25", "week", "this month", "quarter", "all time", "d-12-18c", "#12", "me", "on", "only me", "never", "yes", "to", "=", "->", "from", "from acme, beta",
        "from 1000", "1000+", "at least 1,000", "at 1000,5000", "at 1,000,5000", "at 9", "at 09:30", "9:30am", "at 25:99", "17h", "on monday", "mondays", "mon-fri", "sun-thu", "mon,tue,thu",
        "every day", "weekdays", "quiet 18:00-08:00", "quiet from 18 to 8", "quiet 25:00-8", "quiet off", "quiet", "in Europe/Berlin", "zone", "zone America/New_York", "max 3", "max 3 a day",
        "max -1", "budget 3", "no limit", "3/day", "3 a week", "2.5 per month", "daily", "weekly", "immediately", "now", "hourly", "badges", "levels", "first points", "everything", "no badges", "except",
        "group Platform Team", "department \"R & D\"", "group", "last 90d", "last 12 weeks", "last", "1k 5k", "2.5k", "3d", "2 hours", "1d12h", "forever", "and", "with", "please", ",", "--here", "—here",
        "–here", "--help", "@ada", "@Ada Lovelace", "“Ada Lovelace”", "'Ada", "<@U123ABC>", "<@U123ABC|ada>", "<@W1|Ada Lovelace>", "<at>Ada Lovelace</at>", "<at id=\"0\">Bo</at>",
    ];

    private static readonly string[] Hostile =
    [
        "<!channel>", "<!here>", "<!everyone>", "<!subteam^S1>", "<!subteam^S1|@team>", "<@U1>", "@everyone", "@channel", "@here", "<at>x</at>", "<at>", "</at>", "<@", "<@>", "<@|>", "<>", "<!date^1^{date}|x>",
        "<https://evil.example|click>", "[click](https://evil.example)", "![x](http://x)", "&lt;!channel&gt;", "&amp;", "*b*", "_i_", "~s~", "`c`", "```", "> quote", "# head", "{{DATE(2026-01-01T00:00:00Z)}}", "${x}",
        "'; DROP TABLE person; --", "\" OR 1=1 --", "%_%", "{\"text\":\"x\",\"n\":1e999}", "[[[[", "]}", "<script>alert(1)</script>", "../../etc/passwd", "\\u0000", "%s%n", "$(id)",
        "99999999999999999999999999999", "-99999999999", "1e308", "0x7fffffff", "00000", "1,000,000,000,000", "9999999999999999999d", "NaN", "٣", "1.1.1.1", "d-99999999999999999999-f",
        "\u202Eesrever\u202C", "\u200B", "\u200D", "\u200C", "\uFEFF", "\u00A0", "\u2028", "\u3164", "\u0000", "\u0007", "\u001B[31m", "\t", "\r\n", "a\u0301\u0301\u0301\u0301", "👩‍👩‍👧", "\U000E0041\U000E0042", "\uE000",
        "\uD83D", "\uDE00", "\uDE00\uD83D", "ßİıſ", "渡辺", "ليلى حداد", "ｔｏｐ", "＠ada", "﹤@U1﹥", "\"", "“", "”", "'", "((", "...", "--", "—", "=", "/", "@", "@@", "#", "+", "\uFFFD", "\uFFFF",
    ];

    /// <summary>So many lines, most of them short, some up to 5,000 characters long.</summary>
    public static IEnumerable<string> Lines(int count, int seed)
    {
        var random = new Random(seed);
        for (var line = 0; line < count; line++) yield return Line(random);
    }

    private static string Line(Random random)
    {
        var line = new StringBuilder(Pick(random, Commands));
        for (var parts = random.Next(7); parts > 0; parts--) line.Append(Separator(random)).Append(Part(random));
        if (random.Next(200) == 0) Lengthen(line, random);
        for (var slips = random.Next(4) == 0 ? random.Next(1, 4) : 0; slips > 0; slips--) Slip(line, random);
        return line.ToString(0, Math.Min(line.Length, LongestLine));
    }

    private static string Part(Random random) => random.Next(20) switch
    {
        < 11 => Pick(random, Arguments),
        < 17 => Pick(random, Hostile),
        17 => random.NextInt64(-10, long.MaxValue >> random.Next(63)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        18 => $"{Quote(random)}{Pick(random, Arguments)}{Quote(random)}",
        _ => new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next(char.MaxValue + 1))]),
    };

    private static string Separator(Random random) => random.Next(12) switch
    {
        0 => "",
        1 => "  ",
        2 => ",",
        3 => "\u00A0",
        4 => ", ",
        _ => " ",
    };

    private static char Quote(Random random) => "\"'“”‘’„«»`"[random.Next(10)];

    private static void Lengthen(StringBuilder line, Random random)
    {
        var piece = random.Next(2) == 0 ? Part(random) : $" {Part(random)}";
        for (var most = random.Next(LongestLine); line.Length < most;) line.Append(piece);
    }

    // A letter doubled, lost, or changed for any other sign.
    private static void Slip(StringBuilder line, Random random)
    {
        if (line.Length == 0) return;
        var at = random.Next(line.Length);
        if (random.Next(3) == 0) line.Insert(at, line[at]);
        else if (random.Next(2) == 0) line.Remove(at, 1);
        else line[at] = (char)random.Next(random.Next(2) == 0 ? 128 : char.MaxValue + 1);
    }

    private static string Pick(Random random, string[] among) => among[random.Next(among.Length)];
}
