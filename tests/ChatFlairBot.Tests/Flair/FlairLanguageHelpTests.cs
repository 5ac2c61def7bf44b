using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairLanguageHelpTests
{
    [Fact]
    public void The_list_fits_one_screen()
    {
        Assert.InRange(FlairLanguage.Commands.Count, 1, 16);
        Assert.All(FlairLanguage.Commands, one => Assert.True(one.Usage.Length is > 0 and <= 32, one.Usage));
        Assert.All(FlairLanguage.Commands, one => Assert.True(one.Meaning.Length is > 0 and <= 60, one.Meaning));
    }

    [Fact]
    public void Every_row_is_explained_in_two_to_four_sentences() => Assert.All(
        FlairLanguage.Commands,
        one => Assert.True(one.Detail.EndsWith('.') && one.Detail.Split(". ").Length is >= 2 and <= 4, one.Detail));

    [Fact]
    public void Every_example_is_the_command_it_stands_for() => Assert.All(
        FlairLanguage.Commands.SelectMany(one => one.Examples.Select(example => (one.Name, Example: example))),
        one => Assert.True(IsUnderstood(FlairLanguage.Parse(one.Example).Command, one.Name), one.Example));

    [Fact]
    public void Every_word_finds_its_row_and_is_no_name()
    {
        foreach (var command in FlairLanguage.Commands)
        {
            Assert.Same(command, FlairLanguage.Find(command.Name));
            Assert.All(command.Words, word => Assert.Same(command, FlairLanguage.Find(word)));
            Assert.All(command.Words, word => Assert.IsNotType<FlairCommand.Somebody>(FlairLanguage.Parse(word).Command));
            Assert.All(command.Words, word => Assert.Equal(word, FlairLanguage.Nearest(word)));
        }
    }

    [Theory]
    [InlineData("leaderboard", "top")]
    [InlineData("TOP 25", "top")]
    [InlineData("/flair top", "top")]
    [InlineData("/forget me", "export")]
    [InlineData("unlink", "whoami")]
    [InlineData("?", "help")]
    [InlineData("resume!", "pause")]
    [InlineData("@ada", "@name")]
    [InlineData("topp", null)]
    [InlineData("", null)]
    [InlineData("<!channel>", null)]
    public void Help_finds(string topic, string? name) => Assert.Equal(name, FlairLanguage.Find(topic)?.Name);

    [Theory]
    [InlineData("topp", "top")]
    [InlineData("simulte", "simulate")]
    [InlineData("leaderbord", "top")]
    [InlineData("Unsubcsribe", "unsubscribe")]
    [InlineData("quaratnine!", "quarantine")]
    [InlineData("xyzzy", null)]
    [InlineData("ma", null)]
    [InlineData("", null)]
    public void The_nearest_word(string word, string? nearest) => Assert.Equal(nearest, FlairLanguage.Nearest(word));

    [Fact]
    public void Only_what_decides_for_everybody_is_kept_from_them() =>
        Assert.Equal(["quarantine", "retract"], FlairLanguage.Commands.Where(one => one.ForManagers).Select(one => one.Name));

    private static bool IsUnderstood(FlairCommand command, string name) => command switch
    {
        FlairCommand.Somebody somebody => name == "@name" && somebody.Meant is null,
        FlairCommand.Unknown => false,
        FlairCommand.Help => name == "help",
        FlairCommand.Subscribe subscribe => name == "subscribe" && subscribe.Wish is { Faults: [], Others: [] },
        FlairCommand.Settings settings => name == "settings" && settings.Wish is null or { Faults: [], Others: [] },
        FlairCommand.Simulate simulate => name == "simulate" && simulate.Fault is null,
        FlairCommand.Pause pause => name == "pause" && pause.Fault is null,
        _ => true,
    };
}
