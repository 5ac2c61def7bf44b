using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairLanguageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u00A0")]
    [InlineData("me")]
    [InlineData("ME")]
    [InlineData("  Me  ")]
    [InlineData("me!")]
    [InlineData("m\u200Be")]
    [InlineData("\u00A0me\u00A0")]
    [InlineData("\"me\"")]
    [InlineData("“me”")]
    [InlineData("`me`")]
    [InlineData("“me")]
    [InlineData("/me")]
    [InlineData("/flair")]
    [InlineData("/flair me")]
    [InlineData("/FLAIR Me")]
    [InlineData("flair me")]
    [InlineData("/flair flair me")]
    [InlineData("/flair /flair")]
    [InlineData("/flair \"me\"")]
    [InlineData("\"/flair me\"")]
    [InlineData("flair")]
    public void Oneself(string text) => Assert.Equal(new FlairCommand.Me(), Read(text));

    [Theory]
    [InlineData("help", null)]
    [InlineData("HELP", null)]
    [InlineData("?", null)]
    [InlineData("help me", null)]
    [InlineData("help!", null)]
    [InlineData("/flair help", null)]
    [InlineData("„help“", null)]
    [InlineData("h\u200Delp", null)]
    [InlineData("help top", "top")]
    [InlineData("? Forget Me", "Forget Me")]
    [InlineData("subscribe help", "subscribe")]
    [InlineData("leaderboard --help", "top")]
    [InlineData("retract", "retract")]
    [InlineData("correct acme", "correct")]
    [InlineData("forget @ada", "forget")]
    [InlineData("forget me maybe", "forget")]
    [InlineData("export @ada", "export")]
    public void Help(string text, string? topic) => Assert.Equal(new FlairCommand.Help(topic), Read(text));

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
    [InlineData("meier", "meier")]
    [InlineData("me and you", "me and you")]
    [InlineData("topher", "topher")]
    [InlineData("@status", "status")]
    [InlineData("@me", "me")]
    [InlineData("Ó Dálaigh", "Ó Dálaigh")]
    [InlineData("渡辺", "渡辺")]
    [InlineData("Mo <Ops> O'Brien & Co", "Mo <Ops> O'Brien & Co")]
    [InlineData("'; DROP TABLE person; --", "; DROP TABLE person; --")]
    [InlineData("%", "%")]
    public void Somebody(string text, string name) => Assert.Equal(new FlairCommand.Somebody(new Mention(name)), Read(text));

    [Theory]
    [InlineData("statsu", "status")]
    [InlineData("Statuss", "status")]
    [InlineData("hlep", "help")]
    [InlineData("wyh", "why")]
    [InlineData("leaderbord", "top")]
    [InlineData("subsrcibe", "subscribe")]
    [InlineData("subsribe acme", "subscribe acme")]
    [InlineData("tpo 25", "top 25")]
    [InlineData("pasue 3d", "pause 3d")]
    [InlineData("forgte me", "forget me")]
    [InlineData("whomai", "whoami")]
    [InlineData("Tod Smith", null)]
    [InlineData("tpo 25 acme", null)]
    [InlineData("@statsu", null)]
    [InlineData("stats", "status")]
    [InlineData("forgte ada", null)]
    [InlineData("Ada", null)]
    [InlineData("me too", null)]
    public void A_mistyped_command_is_a_name_with_an_offer(string text, string? meant) =>
        Assert.Equal(meant, Assert.IsType<FlairCommand.Somebody>(Read(text)).Meant);

    [Theory]
    [InlineData("top", 10, TopWindow.All, null)]
    [InlineData("TOP", 10, TopWindow.All, null)]
    [InlineData("leaderboard", 10, TopWindow.All, null)]
    [InlineData("top 5", 5, TopWindow.All, null)]
    [InlineData("top10", 10, TopWindow.All, null)]
    [InlineData("top3 month", 3, TopWindow.Month, null)]
    [InlineData("top 25", 25, TopWindow.All, null)]
    [InlineData("top 26", 25, TopWindow.All, null)]
    [InlineData("top 2000000000", 25, TopWindow.All, null)]
    [InlineData("top 0", 1, TopWindow.All, null)]
    [InlineData("top -5", 1, TopWindow.All, null)]
    [InlineData("top 99999999999", 25, TopWindow.All, null)]
    [InlineData("top acme", 10, TopWindow.All, "acme")]
    [InlineData("Top 5 Acme Stack", 5, TopWindow.All, "Acme Stack")]
    [InlineData("/flair top 5", 5, TopWindow.All, null)]
    [InlineData("top week", 10, TopWindow.Week, null)]
    [InlineData("top this week", 10, TopWindow.Week, null)]
    [InlineData("top weekly", 10, TopWindow.Week, null)]
    [InlineData("top monthly", 10, TopWindow.Month, null)]
    [InlineData("top 5 month acme", 5, TopWindow.Month, "acme")]
    [InlineData("top acme quarter 3", 3, TopWindow.Quarter, "acme")]
    [InlineData("top 7 quarterly on Acme Stack", 7, TopWindow.Quarter, "Acme Stack")]
    [InlineData("top last month", 10, TopWindow.Month, null)]
    [InlineData("top all", 10, TopWindow.All, null)]
    [InlineData("top all time acme", 10, TopWindow.All, "acme")]
    [InlineData("top all-time 5.", 5, TopWindow.All, null)]
    [InlineData("top \"Month Stack\" month", 10, TopWindow.Month, "Month Stack")]
    [InlineData("top in", 10, TopWindow.All, "in")]
    public void Top(string text, int count, TopWindow window, string? source) => Assert.Equal(new FlairCommand.Top(count, window, source), Read(text));

    [Theory]
    [InlineData("@")]
    [InlineData("@@@")]
    [InlineData("...")]
    public void Nothing_it_knows(string text) => Assert.Equal(new FlairCommand.Unknown(text), Read(text));

    [Theory]
    [InlineData("--here")]
    [InlineData("me --here")]
    [InlineData("—here me")]
    [InlineData("/flair –HERE me")]
    [InlineData("\"me --here\"")]
    [InlineData("me --here.")]
    public void Here_may_stand_anywhere(string text) => Assert.Equal(new FlairLine(new FlairCommand.Me(), IsHere: true), FlairLanguage.Parse(text));

    [Fact]
    public void Here_is_no_part_of_a_name()
    {
        Assert.Equal(new FlairLine(new FlairCommand.Somebody(new Mention("Ada Lovelace")), IsHere: true), FlairLanguage.Parse("@Ada --here Lovelace"));
        Assert.Equal(new FlairLine(new FlairCommand.Top(5), IsHere: true), FlairLanguage.Parse("top —here 5"));
    }

    [Theory]
    [InlineData("here")]
    [InlineData("-here")]
    [InlineData("@ada--here")]
    [InlineData("<!here>")]
    [InlineData("why \"--here Smith\"")]
    public void What_only_resembles_here_is_not(string text) => Assert.False(FlairLanguage.Parse(text).IsHere);

    // No attribute can hold half of a surrogate pair.
    [Fact]
    public void Halves_of_surrogate_pairs_are_passed_over()
    {
        Assert.Equal(new FlairCommand.Somebody(new Mention("Ada")), Read("\uD83D Ada \uDE00"));
        Assert.Equal(new FlairCommand.Top(5), Read("t\uDE00op\uD83D 5"));
    }

    [Fact]
    public void Text_without_end_is_cut()
    {
        var somebody = Assert.IsType<FlairCommand.Somebody>(Read("@" + new string('a', 1_000_000)));

        Assert.Equal(499, somebody.Who.Text.Length);
    }

    private static FlairCommand Read(string text) => FlairLanguage.Parse(text).Command;
}
