using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Tests.Cards;

/// <summary>Cards that no sane bot makes, the same for the same seed.</summary>
internal sealed class RandomCards(int seed)
{
    private static readonly string[] Words =
    [
        "Mo", "Ada Lindqvist", "1,000 reputation", "", " ", "\n", "\u200B", "\u3164", "<!channel>", "<!here|x>", "<@U01ALICE001>", "<#C01|x>", "<!subteam^S1>", "<https://evil.example|click>", "&lt;!channel&gt;",
        "&", "<", ">", "*b*", "_i_", "~s~", "`c`", "```", ":tada:", ":a:b:", "@channel", "@here", "\"", "\\", "\u0000", "\u001B[31m", "\t", "\u202Egnip\u202C", "\u2066", "\uFEFF", "\uFFFF", "\u2028", "\uD83D", "\uDE00",
        "👏", "👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "渡辺", "ليلى حداد", "a\u0301\u0301\u0301", "https://evil.example/x|y", "www.evil.example", "{\"a\":1}", "'", "{{x}}", "%s",
        "<at>Ada</at>", "<AT id=\"0\">Ada</at>", "{{DATE(2026-01-01T00:00:00Z,SHORT)}}", "[click](https://evil.example)", "![x](https://evil.example/x.png)", "1. x", "- x", "# x", "---", "&lt;b&gt;", "<b>x</b>", "~~x~~", "\r\n",
    ];

    private static readonly string[] Addresses =
    [
        "https://stack.example.com/users/88", "http://stack.example.com/a|b>c<d e", "javascript:alert(1)", "ftp://x.example/", "https://i.sstatic.net/a.png", "https://x.example/\uD83D",
        "https://secure.gravatar.com/avatar/0?d=identicon", "mailto:a@b.example", "/relative",
    ];

    private readonly Random _random = new(seed);

    public IEnumerable<Card> Take(int count) => Enumerable.Range(0, count).Select(_ => One());

    public string Text()
    {
        var text = string.Concat(Enumerable.Range(0, _random.Next(1, 7)).Select(_ => Words[_random.Next(Words.Length)]));
        return _random.Next(20) == 0 ? Long(text) : text;
    }

    private Card One() => new(_random.GetItems(Enum.GetValues<CardKind>(), 1)[0], Text(), Text())
    {
        Text = Maybe(Text),
        Link = Maybe(Address),
        Avatar = Maybe(() => new CardPicture(Maybe(Address), Text())),
        Facts = Some(14, () => new CardFact(Text(), Text())),
        Progress = Maybe(() => new CardProgress(Number(), Number(), Text())),
        Rows = Some(60, () => new CardRow(_random.Next(3) == 0 ? Text() : _random.Next(2) == 0 ? "" : "→", Text(), Text(), Maybe(Address))),
        Tags = Some(20, Text),
        Attachment = Maybe(() => new CardAttachment(Text(), _random.Next(2) == 0 ? Long(Text()) : Text())),
        Actions = Some(5, () => new CardAction(_random.GetItems(Enum.GetValues<CardActionKind>(), 1)[0], Text(), _random.Next(-1, 2_000))),
        Footer = Maybe(Text),
    };

    private Uri? Address() => Uri.TryCreate(_random.Next(30) == 0 ? $"https://x.example/{new string('y', 5_000)}" : Addresses[_random.Next(Addresses.Length)], UriKind.RelativeOrAbsolute, out var address) ? address : null;

    private long Number() => _random.Next(4) == 0 ? _random.NextInt64(long.MinValue, long.MaxValue) : _random.Next(-5, 5_000);

    private string Long(string text)
    {
        var most = _random.Next(100, 10_000);
        return string.Concat(Enumerable.Repeat(text.Length > 0 ? text : "x", (most / Math.Max(1, text.Length)) + 1))[..most];
    }

    private T? Maybe<T>(Func<T?> make)
        where T : class => _random.Next(3) == 0 ? null : make();

    private List<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(2) == 0 ? 0 : _random.Next(most)).Select(_ => make())];
}
