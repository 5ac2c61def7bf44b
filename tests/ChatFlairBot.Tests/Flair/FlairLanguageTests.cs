using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairLanguageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("me")]
    [InlineData("ME")]
    [InlineData("  Me  ")]
    [InlineData("\"me\"")]
    [InlineData("“me”")]
    [InlineData("/flair")]
    [InlineData("/flair me")]
    [InlineData("/FLAIR Me")]
    [InlineData("flair me")]
    public void Oneself(string text) => Assert.Equal(new FlairCommand.Me(), FlairLanguage.Parse(text));

    [Theory]
    [InlineData("help")]
    [InlineData("HELP")]
    [InlineData("?")]
    [InlineData("help me")]
    [InlineData("/flair help")]
    [InlineData("„help“")]
    public void Help(string text) => Assert.Equal(new FlairCommand.Help(), FlairLanguage.Parse(text));

    [Theory]
    [InlineData("@ada", "ada")]
    [InlineData("Ada", "Ada")]
    [InlineData("@Ada Lindqvist", "Ada Lindqvist")]
    [InlineData("  @Ada   Lindqvist ", "Ada Lindqvist")]
    [InlineData("@ Ada", "Ada")]
    [InlineData("\"Ada Lindqvist\"", "Ada Lindqvist")]
    [InlineData("“Ada Lindqvist”", "Ada Lindqvist")]
    [InlineData("‘Ada’", "Ada")]
    [InlineData("«Ada»", "Ada")]
    [InlineData("/flair @ada", "ada")]
    [InlineData("flair", null)]
    [InlineData("meier", "meier")]
    [InlineData("me and you", "me and you")]
    [InlineData("topher", "topher")]
    [InlineData("Ó Dálaigh", "Ó Dálaigh")]
    [InlineData("渡辺", "渡辺")]
    [InlineData("Mo <Ops> O'Brien & Co", "Mo <Ops> O'Brien & Co")]
    public void Somebody(string text, string? name) =>
        Assert.Equal(name is null ? new FlairCommand.Me() : new FlairCommand.Somebody(name), FlairLanguage.Parse(text));

    [Theory]
    [InlineData("top", 10, null)]
    [InlineData("TOP", 10, null)]
    [InlineData("leaderboard", 10, null)]
    [InlineData("top 5", 5, null)]
    [InlineData("top 25", 25, null)]
    [InlineData("top 26", 25, null)]
    [InlineData("top 2000000000", 25, null)]
    [InlineData("top 0", 1, null)]
    [InlineData("top acme", 10, "acme")]
    [InlineData("Top 5 Acme Stack", 5, "acme stack")]
    [InlineData("/flair top 5", 5, null)]
    [InlineData("top -5", 1, null)]
    [InlineData("top 99999999999", 25, null)]
    public void Top(string text, int count, string? source) => Assert.Equal(new FlairCommand.Top(count, source), FlairLanguage.Parse(text));

    [Theory]
    [InlineData("@")]
    [InlineData("@@@")]
    public void Nothing_it_knows(string text) => Assert.IsType<FlairCommand.Unknown>(FlairLanguage.Parse(text));

    [Fact]
    public void Text_without_end_is_cut()
    {
        var somebody = Assert.IsType<FlairCommand.Somebody>(FlairLanguage.Parse("@" + new string('a', 1_000_000)));

        Assert.InRange(somebody.Name.Length, 1, 200);
    }

    [Fact]
    public void Whatever_is_typed_it_answers()
    {
        const string Signs = "aZ09 @@/\"'“”‘’„«»\t\n\0\u0301\u202E\uD83D\uDE00ßİıéñ渡ليlfairtopmehlp?-.,<>&";
        var random = new Random(20_260_302);
        for (var round = 0; round < 10_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Signs[random.Next(Signs.Length)]));
            var fault = Record.Exception(() => Assert.NotNull(FlairLanguage.Parse(text)));
            Assert.True(fault is null, $"Round {round}, “{text}”: {fault}");
        }
    }

    [Fact]
    public void Every_command_that_help_shows_is_one()
    {
        var parsed = FlairLanguage.Commands.Select(one => FlairLanguage.Parse(one.Command));

        Assert.Equal(
            [new FlairCommand.Me(), new FlairCommand.Somebody("name"), new FlairCommand.Top(10), new FlairCommand.Top(25), new FlairCommand.Help()],
            parsed);
    }
}
