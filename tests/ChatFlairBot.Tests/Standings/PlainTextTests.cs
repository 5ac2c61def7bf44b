using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Standings;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Ada Lindqvist", "Ada Lindqvist")]
    [InlineData("  Ada \t\r\n Lindqvist\0", "Ada Lindqvist")]
    [InlineData("\u001b[2Jok", "[2Jok")]
    [InlineData("Ada\u202Ekcalb\u2066", "Adakcalb")]
    [InlineData("A\u200Bd\uFEFFa\u00AD", "Ada")]
    [InlineData("\u200B\u3164\u2800\u115F", "")]
    [InlineData("\u200D \u200C", "")]
    [InlineData("👩🏽\u200D💻", "👩🏽\u200D💻")]
    [InlineData("ليلى حداد", "ليلى حداد")]
    public void A_line_holds_only_what_can_be_seen(string text, string line) => Assert.Equal(line, PlainText.OneLine(text));
}
