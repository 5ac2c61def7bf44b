using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>What is asked in Teams, and who sees the answer.</summary>
public sealed class TeamsCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("@bot flair @{TOMAS}")]
    [InlineData("@bot @{TOMAS}")]
    [InlineData("@bot Tomas Okafor")]
    [InlineData("flair @{TOMAS} @bot")]
    public async Task A_question_in_a_channel_is_answered_in_its_thread(string text)
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        var answer = await run.AskAsync(run.Teams.Marta, run.Announcements, text.Replace("TOMAS", run.Teams.Tomas.Id, StringComparison.Ordinal));

        Assert.StartsWith("Tomás Okafor has 990 reputation on Acme Stack", answer.Summary, StringComparison.Ordinal);
        var question = run.Announcements.Everything.Last(post => post.Author is not null);
        Assert.Equal((question.Id, null), (answer.Root, answer.TargetedTo));
        Assert.Empty(run.Teams.Faults);
    }

    [Theory]
    [InlineData("@bot export me")]
    [InlineData("@bot whoami")]
    [InlineData("@bot share never")]
    [InlineData("@bot Nobody Atall")]
    public async Task What_concerns_the_asker_alone_comes_to_them_alone(string text)
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        var answer = await run.AskAsync(run.Teams.Marta, run.Announcements, text);
        Assert.Equal(run.Teams.Marta.Id, answer.TargetedTo);
        Assert.Single(run.Announcements.Posts);
    }

    [Fact]
    public async Task Where_targeted_messages_are_refused_it_is_told_in_their_own_chat_and_else_the_channel_learns_nothing_but_that()
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        run.Teams.Script.Choose = call => call.IsTargeted ? ConnectorAnswer.BadArgument("Bad argument") : null;
        await run.Sender.MessageAsync(run.Teams.Marta, run.Announcements, "@bot export me");
        var chat = run.Teams.PersonalChat(run.Teams.Marta);
        await Patience.UntilAsync(() => chat.Posts.Count == 1, "it is told in the chat");

        run.Teams.Script.Choose = call => call.IsTargeted ? ConnectorAnswer.BadArgument("Bad argument")
            : call is { Operation: ConnectorOperations.Create, Body: { } body } && body["members"] is not null ? ConnectorAnswer.Error("403-ConversationBlockedByUser") : null;
        await run.Sender.MessageAsync(run.Teams.Marta, run.Announcements, "@bot export me");
        await Patience.UntilAsync(() => run.Announcements.Posts.Count == 2, "the channel reads that it is private");
        Assert.StartsWith("That is for you alone", run.Announcements.Posts[^1].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slash_command_is_between_the_asker_and_the_bot_unless_they_say_otherwise()
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        Assert.Equal(run.Teams.Marta.Id, (await run.AskAsync(run.Teams.Marta, run.Announcements, "flair Tomas", isTargeted: true)).TargetedTo);
        Assert.Null((await run.AskAsync(run.Teams.Marta, run.Announcements, "flair Tomas --here", isTargeted: true)).TargetedTo);
    }

    [Fact]
    public async Task In_a_chat_everything_is_answered_and_help_suggests_what_to_ask()
    {
        await using var run = await TeamsRun.StartAsync();
        var chat = run.Teams.PersonalChat(run.Teams.Marta);
        Assert.StartsWith("Marta Lindqvist has 4,000", (await run.AskAsync(run.Teams.Marta, chat, "flair marta.lindqvist@contoso.example")).Summary, StringComparison.Ordinal);
        var help = await run.AskAsync(run.Teams.Marta, chat, "help");
        var suggested = help.Activity["suggestedActions"]!;
        Assert.Equal((string?)run.Teams.Marta.Id, (string?)suggested["to"]![0]);
        Assert.Equal(["me", "top", "whoami"], suggested["actions"]!.AsArray().Select(one => (string?)one!["value"]));
        Assert.Empty(run.Teams.Faults);
    }

    [Theory]
    [InlineData("28:another-bot", "is a program")]
    [InlineData("29:1gUeStUsEr0123456789", "is a guest here")]
    public async Task Who_is_no_colleague_is_not_looked_up(string id, string says)
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        var message = run.Sender.Activities.Message(run.Teams.Marta, run.Announcements, "@bot them");
        message["text"] = "<at>ChatFlair</at> <at>Them</at>";
        message["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>Them</at>", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "Them" } });
        await run.Sender.SendAsync(message);
        await Patience.UntilAsync(() => TeamsRun.Written(run.Announcements).Count == 2, "it is answered");
        var answer = TeamsRun.Written(run.Announcements)[^1];
        Assert.Contains(says, answer.Summary, StringComparison.Ordinal);
        Assert.Equal(run.Teams.Marta.Id, answer.TargetedTo);
    }

    [Fact]
    public async Task Who_added_the_bot_looks_after_this_teams_channels_and_nobody_else_does()
    {
        await using var run = await TeamsRun.StartAsync();
        await run.InstallAsync();
        await run.AskAsync(run.Teams.Tomas, run.Announcements, "@bot subscribe from 1000");
        Assert.Empty(await run.Bot.Store.Subscriptions.ListAsync(Token));
        await run.AskAsync(run.Teams.Marta, run.Announcements, "@bot subscribe from 1000");
        Assert.Single(await run.Bot.Store.Subscriptions.ListAsync(Token));
        Assert.Contains("manager", (await run.AskAsync(run.Teams.Marta, run.Announcements, "@bot quarantine")).Summary, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whom_the_settings_name_by_the_directorys_id_looks_after_everything()
    {
        await using var run = await TeamsRun.StartAsync(teams => [("Managers:Members:0", $"Teams/{teams.Tomas.ObjectId}")]);
        await run.InstallAsync();
        Assert.DoesNotContain("manager", (await run.AskAsync(run.Teams.Tomas, run.Announcements, "@bot quarantine")).Summary, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_is_about_a_channel_of_its_own_team_and_for_who_may_change_it()
    {
        await using var run = await TeamsRun.StartAsync();
        var hello = await run.InstallAsync();
        var form = (await run.Sender.PressAsync(hello, run.Teams.Marta, "subscribe.open")).Card!;
        Assert.Contains(TeamsCards.Elements(form), one => TeamsCards.Type(one).StartsWith("Input.", StringComparison.Ordinal));
        var answer = (await run.Sender.PressAsync(hello, run.Teams.Tomas, "subscribe.open")).Card!;
        Assert.DoesNotContain(TeamsCards.Elements(answer), one => TeamsCards.Type(one).StartsWith("Input.", StringComparison.Ordinal));

        var refused = (await run.Sender.PressAsync(hello, run.Teams.Marta, "subscribe.save", new Dictionary<string, string> { ["flair_zone"] = "Nowhere/Atall" }, form)).Card!;
        Assert.Contains(TeamsCards.Elements(refused), one => TeamsCards.Type(one).StartsWith("Input.", StringComparison.Ordinal));
        var preview = (await run.Sender.PressAsync(hello, run.Teams.Marta, "subscribe.preview", null, form)).Card!;
        Assert.Contains("A card would read", preview.ToJsonString(), StringComparison.Ordinal);

        TeamsCards.Action(form, "subscribe.save")["data"]!["channel"] = "19:another-teams-channel@thread.tacv2";
        Assert.NotNull((await run.Sender.PressAsync(hello, run.Teams.Marta, "subscribe.save", null, form)).Said);
        Assert.Empty(await run.Bot.Store.Subscriptions.ListAsync(Token));
        TeamsCards.Action(form, "subscribe.save")["data"]!["channel"] = run.Teams.Guild.General.Id;
        await run.Sender.PressAsync(hello, run.Teams.Marta, "subscribe.save", null, form);
        Assert.Equal(TeamsRun.AddressOf(run.Teams.Guild.General), Assert.Single(await run.Bot.Store.Subscriptions.ListAsync(Token)).Channel);
        Assert.Empty(run.Teams.Faults);
    }

    [Fact]
    public async Task A_button_explains_a_card_and_leads_back_to_it()
    {
        await using var run = await TeamsRun.StartAsync(teams =>
            [("Subscriptions:team:Platform", "Teams"), ("Subscriptions:team:Workspace", teams.Guild.Id), ("Subscriptions:team:Channel", teams.Announcements.Id)]);
        await run.InstallAsync();
        await run.ReachAsync(1, 1_010);
        var card = run.Announcements.Posts[^1];

        var why = (await run.Sender.PressAsync(card, run.Teams.Yuki, "why")).Card!;
        Assert.Contains("1,000 reputation", why.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Tomás Okafor", Plain((await run.Sender.PressAsync(card, run.Teams.Yuki, "Back to the card", card: why)).Card), StringComparison.Ordinal);
        Assert.Contains("Tomás Okafor", Plain((await run.Sender.RefreshAsync(card, run.Teams.Yuki)).Card), StringComparison.Ordinal);
        Assert.Contains("That is you", (await run.Sender.PressAsync(card, await LinkedAsync(run), "congratulate")).Said, StringComparison.Ordinal);
        Assert.Empty(run.Teams.Faults);
    }

    [Fact]
    public async Task The_extension_shows_colleagues_and_nobody_who_does_not_want_it()
    {
        await using var run = await TeamsRun.StartAsync();
        Assert.Equal(3, (await run.Sender.QueryAsync(run.Teams.Marta, run.Announcements, "flairQuery", null)).Offered.Count);
        Assert.Empty((await run.Sender.QueryAsync(run.Teams.Marta, run.Announcements, "flairQuery", "o", skip: 25)).Offered);
        Assert.Contains("Nobody", (string?)(await run.Sender.QueryAsync(run.Teams.Marta, run.Announcements, "flairQuery", "zzz")).Json!["composeExtension"]!["text"], StringComparison.Ordinal);

        Assert.Empty((await run.Sender.LinkAsync(run.Teams.Marta, run.Announcements, "https://elsewhere.example/users/1")).Offered);

        await run.InstallAsync();
        await run.AskAsync(await LinkedAsync(run), run.Announcements, "@bot share only me");
        Assert.Empty((await run.Sender.QueryAsync(run.Teams.Marta, run.Announcements, "flairQuery", "tomas")).Offered);
        Assert.Empty(run.Teams.Faults);
        var unknown = run.Sender.Activities.Invoke(run.Teams.Marta, run.Announcements, "task/fetch", new JsonObject());
        Assert.Equal(System.Net.HttpStatusCode.NotImplemented, (await run.Sender.SendAsync(unknown)).Status);
    }

    [Fact]
    public async Task Who_keeps_it_to_themselves_is_told_in_their_own_chat()
    {
        await using var run = await TeamsRun.StartAsync(teams =>
            [("Subscriptions:team:Platform", "Teams"), ("Subscriptions:team:Workspace", teams.Guild.Id), ("Subscriptions:team:Channel", teams.Announcements.Id)]);
        await run.InstallAsync();
        await run.AskAsync(await LinkedAsync(run), run.Announcements, "@bot share only me");
        await run.ReachAsync(1, 1_010);

        Assert.Single(run.Announcements.Posts);
        Assert.Equal("Tomás Okafor reached 1,000 reputation on Acme Stack.", Assert.Single(run.Teams.PersonalChat(run.Teams.Tomas).Posts).Summary);
        Assert.Empty(run.Teams.Faults);
    }

    // Tomás says who he is; the sample site knows no addresses.
    private static async Task<FakeMember> LinkedAsync(TeamsRun run)
    {
        await run.AskAsync(run.Teams.Tomas, run.Announcements, "@bot link @Tomás Okafor");
        var member = new MemberId("Teams", run.Teams.Guild.Id, run.Teams.Tomas.Id);
        Assert.NotEmpty(await run.Bot.Store.Members.LinksAsync(member, Token));
        return run.Teams.Tomas;
    }

    private static string Plain(JsonNode? card) => card?.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "";
}
