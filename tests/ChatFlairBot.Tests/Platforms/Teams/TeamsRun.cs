using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Demo;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>The whole bot in this process between a fake platform of knowledge and a fake Teams, on one manual clock.</summary>
internal sealed class TeamsRun : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly (string Key, string Value)[] _more;

    private TeamsRun(FakeConnector teams, FakeStackOverflow site, ManualClock clock, (string Key, string Value)[] more) => (Teams, Site, Clock, _more) = (teams, site, clock, more);

    public FakeConnector Teams { get; }

    public FakeStackOverflow Site { get; }

    public ManualClock Clock { get; }

    public BotRun Bot { get; private set; } = null!;

    public TeamsSender Sender { get; private set; } = null!;

    public string Database => _folder.Database;

    public FakeRoom Announcements => Teams.Announcements;

    /// <summary>The address under which the bot knows a room.</summary>
    public static ChannelAddress AddressOf(FakeRoom room) => new("Teams", room.Team?.Id ?? room.Id, room.Id);

    public static Task<TeamsRun> StartAsync(params (string Key, string Value)[] more) => StartAsync(_ => more);

    public static async Task<TeamsRun> StartAsync(Func<FakeConnector, (string Key, string Value)[]> more, params SamplePerson[] people)
    {
        // The second between two messages of a channel passes at once; the patience of an answer does not.
        var clock = new ManualClock { SkipWaitsUpTo = TimeSpan.FromMilliseconds(2_100) };
        var teams = await FakeConnector.StartAsync(clock);
        var site = await FakeStackOverflow.StartAsync(clock, people.Length > 0 ? people : [new(1, "Tomás Okafor", 990), new(2, "Marta Lindqvist", 4_000), new(3, "Yuki Brandt-Sato", 20)]);
        var run = new TeamsRun(teams, site, clock, [.. Settings(teams), .. more(teams)]);
        await run.BeginAsync();
        await run.Bot.PollAsync();
        return run;
    }

    /// <summary>Ends the process and starts another one on the same file.</summary>
    public async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        await BeginAsync();
    }

    /// <summary>A team owner adds the app; the greeting is there afterwards.</summary>
    public async Task<FakePost> InstallAsync(FakeRoom? chosen = null, bool membershipFirst = false, int times = 1)
    {
        var room = chosen ?? Announcements;
        var before = room.Posts.Count;
        foreach (var delivery in await Sender.InstallAsync(room, Teams.Marta, membershipFirst, times)) Assert.Equal(System.Net.HttpStatusCode.OK, delivery.Status);
        await Patience.UntilAsync(() => room.Posts.Count > before, "the channel is greeted");
        return room.Posts[^1];
    }

    /// <summary>Somebody writes, and the bot answers in the same room.</summary>
    public async Task<FakePost> AskAsync(FakeMember from, FakeRoom room, string text, bool isTargeted = false)
    {
        var before = Written(room).Count;
        var delivery = isTargeted ? await Sender.SlashAsync(from, room, text) : await Sender.MessageAsync(from, room, text);
        Assert.Equal(System.Net.HttpStatusCode.OK, delivery.Status);
        await Patience.UntilAsync(() => Written(room).Count > before, $"“{text}” is answered");
        return Written(room)[^1];
    }

    /// <summary>Lets somebody cross a threshold and the card go out.</summary>
    public async Task ReachAsync(int person, int reputation)
    {
        Site.Company.Find(person)!.Reputation = reputation;
        await Bot.PollAsync();
    }

    /// <summary>What the bot wrote in a room, also for one alone.</summary>
    public static IReadOnlyList<FakePost> Written(FakeRoom room) => [.. room.Everything.Where(post => post is { Author: null, IsDeleted: false })];

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Site.DisposeAsync();
        await Teams.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The settings of an app of one tenant.</summary>
    public static (string Key, string Value)[] Settings(FakeConnector teams) =>
    [
        ("Teams:MicrosoftAppId", FakeIdentity.AppId), ("Teams:MicrosoftAppPassword", FakeIdentity.AppSecret), ("Teams:MicrosoftAppTenantId", FakeIdentity.TenantId),
        ("Teams:OpenIdMetadataUrl", teams.Identity.OpenIdMetadataUrl.AbsoluteUri), ("Teams:TokenUrl", teams.Identity.TokenUrl.AbsoluteUri),
    ];

    private async Task BeginAsync()
    {
#pragma warning disable CA2000 // The bot's container owns the client, and the client its handler.
        Bot = await BotRun.StartAsync(_folder, Site, Clock, services => services.AddKeyedSingleton(TeamsOptions.Platform, (_, _) => new HttpClient(Teams.Identity.Authority.CreateHandler())), _more);
#pragma warning restore CA2000
        Sender = new TeamsSender(Teams, Bot.Http);
    }
}
