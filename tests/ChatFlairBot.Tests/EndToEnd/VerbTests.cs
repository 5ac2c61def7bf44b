using System.Globalization;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The verbs as an operator meets them: a process, its exit code, what it says.</summary>
public sealed class VerbTests
{
    [Theory]
    [InlineData("--help", "demo --fast", "Exit codes", "https://NETWORK.starmind.com/api/v1, Token")]
    [InlineData("run --help", "Poll, announce and answer", "--settings")]
    [InlineData("demo --help", "--fast", "--port")]
    [InlineData("check --help", "credential", "--settings")]
    [InlineData("poll --help", "--once", "--settings")]
    [InlineData("status --help", "last poll", "--settings")]
    public async Task Help_reads_well(string arguments, params string[] contents)
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, arguments.Split(' '));
        Assert.Equal(0, exitCode);
        Assert.All(contents, content => Assert.Contains(content, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fly", "'fly'")]
    [InlineData("poll", "poll --once")]
    [InlineData("demo --port 70000", "--port is from 1 to 65535")]
    [InlineData("demo --people none", "none")]
    [InlineData("run --settings nowhere.json", "nowhere.json")]
    [InlineData("run", "There is no source")]
    public async Task A_wrong_command_line_ends_with_2_and_says_why_without_a_stack_trace(string arguments, string content)
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, arguments.Split(' '));
        Assert.Equal(2, exitCode);
        Assert.Contains(content, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_the_settings_is_named_at_once()
    {
        using var folder = new TempFolder();
        var settings = BotRun.Values(
            folder.Database, new Uri("http://stack.example.com/api/v3"), ("Sources:acme:Tokn", "x"), ("Polling:Intervall", "1"), ("Milestones:ReputationEvery", "often"));
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), settings, "run");
        Assert.Equal(2, exitCode);
        Assert.All(
            ["Sources:acme:Tokn", "Did you mean Token?", "Polling:Intervall", "'often'", "start with https:"],
            content => Assert.Contains(content, output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Database));
    }

    [Fact]
    public async Task Check_poll_and_status_tell_the_state_of_things()
    {
        using var folder = new TempFolder();
        await using var site = await FakeStackOverflow.StartAsync(TimeProvider.System, new SamplePerson(1, "Ada Lindqvist", 990), new SamplePerson(2, "Bo", 7));
        var settings = BotRun.Values(folder.Database, site.Site.Address);

        Assert.Equal(3, await RunAsync("There is no database", "status"));
        Assert.Equal(0, await RunAsync("the token belongs to Ada Lindqvist (Moderator)", "check"));
        Assert.Equal(0, await RunAsync("acme: 2 people, 2 new or changed, 0 milestones.", "poll", "--once"));
        site.Company.Find(1)!.Reputation = 1_010;
        Assert.Equal(0, await RunAsync("acme: 2 people, 1 new or changed, 1 milestone.", "poll", "--once"));
        Assert.Equal(0, await RunAsync("acme: 2 people. Last poll", "status"));
        Assert.Equal(0, await RunAsync("is whole", "check"));

        site.Always(Answers.WebPage);
        Assert.Equal(1, await RunAsync("acme: failed.", "poll", "--once"));
        Assert.Equal(1, await RunAsync("web page where JSON is due", "status"));
        Assert.Equal(1, await RunAsync("WRONG acme", "check"));

        async Task<int> RunAsync(string content, params string[] arguments)
        {
            var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), settings, arguments);
            Assert.Contains(content, output, StringComparison.Ordinal);
            Assert.DoesNotContain(SampleSite.Token, output, StringComparison.Ordinal);
            return exitCode;
        }
    }

    [Fact]
    public async Task A_second_bot_on_the_same_database_is_refused()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStackOverflow.StartAsync(clock, 3);
        await using var first = await BotRun.StartAsync(folder, site, clock);
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotRun.Values(folder.Database, site.Site.Address), "run");
        Assert.Equal(3, exitCode);
        Assert.Contains("in use by another ChatFlairBot", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("demo")]
    public async Task A_taken_port_is_named_in_a_sentence(string verb)
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStackOverflow.StartAsync(clock, 3);
        var taken = site.Site.Address.GetLeftPart(UriPartial.Authority);
        string[] arguments = verb is "demo" ? ["demo", "--port", site.Site.Address.Port.ToString(CultureInfo.InvariantCulture)] : ["run"];
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotRun.Values(folder.Database, site.Site.Address, ("Http:Url", taken)), arguments);
        Assert.Equal(1, exitCode);
        Assert.Contains("and a free port", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_of_the_README_reads_settings_where_it_is_typed()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("appsettings.json"), """{ "Sources": { "acme": { "Kind": "Gitter" } } }""", TestContext.Current.CancellationToken);
        var project = Repository.Path("src", "ChatFlairBot");
        var (exitCode, output) = await BotProcess.RunCommandAsync(folder.File(""), ["run", "--no-build", "--project", project, "--", "check"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("Sources:acme:Kind is 'Gitter'", output, StringComparison.Ordinal);
    }
}
