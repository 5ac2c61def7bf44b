using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class EchoTests
{
    [Theory]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    [InlineData("  Ada \t\r\n Lovelace ", "Ada Lovelace")]
    [InlineData("", "")]
    [InlineData("\u200B\u200D", "")]
    [InlineData("渡辺 O'Brien — ليلى 😀", "渡辺 O'Brien — ليلى 😀")]
    [InlineData("<!channel> <@U1> @everyone", "‹!channel› ‹＠U1› ＠everyone")]
    [InlineData("<at>Ada</at>", "‹at›Ada‹/at›")]
    [InlineData("R&D &lt;!here&gt;", "R＆D ＆lt;!here＆gt;")]
    [InlineData("*bold* _italic_ ~gone~ `code`", "∗bold∗ ＿italic＿ ∼gone∼ 'code'")]
    [InlineData("[a](https://b.example)", "(a)(https：//b.example)")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}} #general", "((DATE(2026-01-01T00:00:00Z))) ＃general")]
    [InlineData("a\u202Eb\u200Dc\u0000d\uE000", "abc d")]
    [InlineData("a \u200D b", "a b")]
    [InlineData("\U000E0041tag", "tag")]
    public void Nothing_of_it_is_markup(string text, string shown) => Assert.Equal(shown, Echo.Of(text));

    [Theory]
    [InlineData("abcde", 5, "abcde")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("abcd efgh", 6, "abcd…")]
    [InlineData("😀😀😀", 2, "😀…")]
    [InlineData("abcde     ", 5, "abcde")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", -7, "…")]
    public void Long_text_is_cut(string text, int most, string shown) => Assert.Equal(shown, Echo.Of(text, most));

    // No attribute can hold half of a surrogate pair.
    [Fact]
    public void Halves_of_surrogate_pairs_are_left_out() => Assert.Equal("x", Echo.Of("\uD83Dx\uDE00"));

    [Fact]
    public void Sixty_signs_are_shown() => Assert.Equal(new string('a', 59) + "…", Echo.Of(new string('a', 5_000)));
}
