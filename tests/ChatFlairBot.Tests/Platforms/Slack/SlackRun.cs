using System.Text.Json.Nodes;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>The whole bot in this process between a fake platform of knowledge and a fake Slack, on one manual clock.</summary>
internal sealed class SlackRun : IAsyncDisposable
{
    public const string General = "C01GENERAL1";
    public const string Random = "C01RANDOM01";
    public const string Alice = "U01ALICE001";
    public const string Bob = "U02BOB00002";
    public const string PublicUrl = "https://flair.example.com";

    private readonly TempFolder _folder = new();
    private readonly (string Key, string Value)[] _more;

    private SlackRun(FakeSlack slack, FakeStackOverflow site, ManualClock clock, (string Key, string Value)[] more)
    {
        Slack = slack;
        Site = site;
        Clock = clock;
        _more = more;
    }

    public FakeSlack Slack { get; }

    public FakeStackOverflow Site { get; }

    public ManualClock Clock { get; }

    public BotRun Bot { get; private set; } = null!;

    public SlackSender Sender { get; private set; } = null!;

    public string Database => _folder.Database;

    /// <summary>One workspace, whose token is in the settings; both subscriptions of the settings go to the playground.</summary>
    public static Task<SlackRun> StartAsync(params (string Key, string Value)[] more) => StartWithScopesAsync([.. FakeWorkspace.UsualScopes, "groups:read"], more);

    /// <summary>The same with exactly these permissions.</summary>
    public static Task<SlackRun> StartWithScopesAsync(IReadOnlyList<string> scopes, params (string Key, string Value)[] more) => StartAsync(slack => Single(slack, scopes, more));

    /// <summary>Workspaces install the bot themselves.</summary>
    public static Task<SlackRun> StartInstallableAsync(params (string Key, string Value)[] more) => StartAsync(slack => Installable(slack, more));

    /// <summary>The same where a browser on this machine can follow: the bot's public address is its own.</summary>
    public static Task<SlackRun> StartBrowsableAsync()
    {
        var own = $"http://127.0.0.1:{Ports.Free()}";
        return StartAsync(slack =>
        {
            slack.RedirectUris.Add(new Uri($"{own}/slack/oauth/callback"));
            return Installable(slack, [("Slack:PublicUrl", own), ("Http:Url", own)]);
        });
    }

    /// <summary>Ends the process and starts another one on the same file.</summary>
    public async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        await BeginAsync();
    }

    /// <summary>Lets somebody cross a threshold and the card go out.</summary>
    public async Task ReachAsync(int person, int reputation)
    {
        Site.Company.Find(person)!.Reputation = reputation;
        await Bot.PollAsync();
    }

    /// <summary>A slash command's answer: with the acknowledgement, or at its response address.</summary>
    public async Task<JsonNode> AskAsync(string user, string text, string channel = General, FakeWorkspace? workspace = null)
    {
        var delivery = await Sender.CommandAsync(workspace ?? Slack.Acme, user, channel, text);
        Assert.Equal(System.Net.HttpStatusCode.OK, delivery.Status);
        if (delivery.Body.Length > 0) return JsonNode.Parse(delivery.Body)!;
        await Patience.UntilAsync(() => delivery.ResponseUrl!.Answers.Count > 0, "the answer came late");
        return delivery.ResponseUrl!.Answers[0];
    }

    /// <summary>Everything that the bot wrote.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.File(""), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal));

    /// <summary>Whether these bytes are anywhere in a file, also where SQLite keeps what is free.</summary>
    public static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Site.DisposeAsync();
        await Slack.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<SlackRun> StartAsync(Func<FakeSlack, (string Key, string Value)[]> settings)
    {
        // The second between two messages of a channel passes at once; the patience of an answer does not.
        var clock = new ManualClock { SkipWaitsUpTo = TimeSpan.FromMilliseconds(1_100) };
        var slack = await FakeSlack.StartAsync(clock);
        var site = await FakeStackOverflow.StartAsync(clock, new SamplePerson(1, "Bob Brown", 990), new SamplePerson(2, "Alice Archer", 4_000), new SamplePerson(3, "Zoë Adams", 20));
        var run = new SlackRun(slack, site, clock, settings(slack));
        await run.BeginAsync();
        await run.Bot.PollAsync();
        return run;
    }

    private static (string Key, string Value)[] Single(FakeSlack slack, IReadOnlyList<string> scopes, (string Key, string Value)[] more) =>
        [.. Common(slack), ("Slack:BotToken", slack.Acme.Install(scopes).Value), .. more];

    private static (string Key, string Value)[] Installable(FakeSlack slack, (string Key, string Value)[] more)
    {
        slack.RedirectUris.Add(new Uri($"{PublicUrl}/slack/oauth/callback"));
        return [.. Common(slack), ("Slack:ClientId", FakeSlack.ClientId), ("Slack:ClientSecret", FakeSlack.ClientSecret), ("Slack:PublicUrl", PublicUrl), .. more];
    }

    private static (string Key, string Value)[] Common(FakeSlack slack) =>
    [
        ("Slack:SigningSecret", FakeSlack.SigningSecret), ("Slack:ApiBaseUrl", slack.ApiBaseUrl.AbsoluteUri), ("Slack:AuthorizeUrl", slack.AuthorizeUrl.AbsoluteUri), ("Slack:AppId", FakeSlack.AppId),
    ];

    private async Task BeginAsync()
    {
        Bot = await BotRun.StartAsync(_folder, Site, Clock, _more);
        Sender = new SlackSender(Slack, Bot.Http);
    }
}
