using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Teams.Connector;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>Teams come and go, and what happens to them is followed.</summary>
public sealed class TeamsInstallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    public async Task In_whatever_order_and_however_often_it_is_told_the_chosen_channel_is_greeted_once(bool membershipFirst, int times)
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync(membershipFirst: membershipFirst, times: times);
        await run.AskAsync(run.Teams.Marta, run.Announcements, "@bot me");

        Assert.Single(run.Announcements.Posts, post => post.Summary.StartsWith("Hello", StringComparison.Ordinal));
        var workspace = Assert.Single(await run.Bot.Store.Workspaces.ListAsync("Teams", Token));
        Assert.Equal((run.Teams.Guild.Id, "Platform Guild", run.Teams.Marta.Id, null), (workspace.Id, workspace.Name, workspace.InstalledBy, workspace.LeftAt));
        var reference = ConversationReference.Read(workspace.Reference)!;
        Assert.Equal((run.Announcements.Id, run.Teams.ServiceUrl.AbsoluteUri, FakeTenants.BotId), (reference.Conversation.Id, reference.ServiceUrl, reference.Bot.Id));
        Assert.DoesNotContain("activityId", workspace.Reference!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_added_again_is_greeted_again_and_a_late_removal_of_before_changes_nothing()
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        var late = run.Sender.Activities.BotMembership(isAdded: false, run.Teams.Marta, run.Announcements);
        await run.Sender.UninstallAsync(run.Announcements, run.Teams.Marta);
        run.Clock.Advance(TimeSpan.FromMinutes(1));
        await run.InstallAsync();
        await run.Sender.SendAsync(late);

        Assert.Null(Assert.Single(await run.Bot.Store.Workspaces.ListAsync("Teams", Token)).LeftAt);
        Assert.Equal(2, run.Announcements.Posts.Count);
    }

    [Fact]
    public async Task A_moved_service_is_followed_from_whatever_is_said_next()
    {
        await using var run = await TeamsRun.StartAsync(Subscribed);
        await run.InstallAsync();
        run.Teams.Service = $"amer/{FakeIdentity.TenantId}";
        await run.AskAsync(run.Teams.Marta, run.Announcements, "@bot me");
        await run.ReachAsync(1, 1_010);

        Assert.Equal("Tomás Okafor reached 1,000 reputation on Acme Stack.", run.Announcements.Posts[^1].Summary);
        Assert.Empty(run.Teams.Faults);
    }

    [Fact]
    public async Task A_deleted_channel_parks_its_cards_and_a_restored_one_gets_them()
    {
        await using var run = await TeamsRun.StartAsync(Subscribed);
        await run.InstallAsync();
        await run.Sender.DeleteChannelAsync(run.Announcements, run.Teams.Marta);
        await run.ReachAsync(1, 1_010);
        Assert.Equal(1, (await run.Bot.Store.Deliveries.CountAsync(Token))[DeliveryState.Parked]);

        await run.Sender.RestoreChannelAsync(run.Announcements, run.Teams.Marta);
        await run.Bot.PollAsync();
        Assert.Equal("Tomás Okafor reached 1,000 reputation on Acme Stack.", run.Announcements.Posts[^1].Summary);
    }

    [Fact]
    public async Task A_deleted_team_is_left_and_a_restored_one_is_there_again_without_a_greeting()
    {
        await using var run = await TeamsRun.StartAsync(Subscribed);
        await run.InstallAsync();
        await run.Sender.DeleteTeamAsync(run.Teams.Guild, run.Teams.Marta);
        Assert.NotNull(Assert.Single(await run.Bot.Store.Workspaces.ListAsync("Teams", Token)).LeftAt);
        await run.Sender.RestoreTeamAsync(run.Teams.Guild, run.Teams.Marta);
        await run.ReachAsync(1, 1_010);

        Assert.Equal(["Hello", "Tomás"], run.Announcements.Posts.Select(post => post.Summary[..5]));
    }

    [Fact]
    public async Task After_its_retention_nothing_of_a_team_is_left()
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        await run.AskAsync(run.Teams.Marta, run.Announcements, "@bot me");
        await run.Sender.UninstallAsync(run.Announcements, run.Teams.Marta);
        Assert.Equal(1, await run.Bot.Store.Workspaces.ForgetAsync(run.Clock.GetUtcNow() + TimeSpan.FromDays(31), Token));
        Assert.Empty(await run.Bot.Store.Members.NamedAsync("Teams", run.Teams.Guild.Id, "Marta Lindqvist", Token));
    }

    [Fact]
    public async Task Cards_go_on_after_a_restart()
    {
        await using var run = await TeamsRun.StartAsync(Subscribed);
        await run.InstallAsync();
        await run.RestartAsync();
        await run.ReachAsync(1, 1_010);
        Assert.Equal("Tomás Okafor reached 1,000 reputation on Acme Stack.", run.Announcements.Posts[^1].Summary);
    }

    private static (string, string)[] Subscribed(FakeConnector teams) =>
    [
        ("Subscriptions:team:Platform", "Teams"), ("Subscriptions:team:Workspace", teams.Guild.Id), ("Subscriptions:team:Channel", teams.Announcements.Id),
    ];
}
