using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>Teams' side of the conversation: what it sends to a bot, with its token, and what its clients make of the answers.</summary>
internal sealed class TeamsSender(FakeConnector teams, HttpClient bot)
{
    // learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search, and 15 seconds for everything else.
    private static readonly TimeSpan ExtensionPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Uri _bot = bot.BaseAddress ?? throw new ArgumentException("The client needs the bot's address.", nameof(bot));

    public string Path { get; init; } = "/api/messages";

    public TeamsActivities Activities { get; } = new(teams);

    /// <summary>A fixture by its name, such as <c>message-channel-two-mentions</c>. What somebody wrote lies in its conversation then.</summary>
    public Task<TeamsDelivery> FixtureAsync(string name)
    {
        var activity = Activities.Fixture(name);
        if ((string?)activity["type"] == "message" && teams.Room((string)activity["conversation"]!["id"]!) is { } room && teams.Person((string)activity["from"]!["id"]!) is { } author)
        {
            var id = (string)activity["id"]!;
            room.Add(new FakePost(room, id, (JsonObject)activity.DeepClone()) { At = teams.Time.GetUtcNow(), Root = room.Type == FakeRoom.Channel ? id : null, Author = author });
        }

        return SendAsync(activity);
    }

    /// <summary>Mentions stand as <c>@{id}</c> in the text, the bot's as <c>@bot</c>.</summary>
    public Task<TeamsDelivery> MessageAsync(FakeMember from, FakeRoom room, string text, string? root = null) => SendAsync(Activities.Message(from, room, text, root));

    /// <summary>A slash command, which the bot and its writer alone see.</summary>
    public Task<TeamsDelivery> SlashAsync(FakeMember from, FakeRoom room, string text) => SendAsync(Activities.Message(from, room, text, isTargeted: true));

    public Task<TeamsDelivery> PersonalAsync(FakeMember from, string text) => MessageAsync(from, teams.PersonalChat(from), text);

    /// <summary>A team owner adds the app to a team and chooses a channel: two events, in either order, and sometimes again.</summary>
    public async Task<IReadOnlyList<TeamsDelivery>> InstallAsync(FakeRoom chosen, FakeMember by, bool membershipFirst = false, int times = 1)
    {
        if (chosen.Team is { } team) team.HasBot = true;
        else chosen.HasApp = true;
        JsonObject[] events = [Activities.Installation("add", by, chosen), Activities.BotMembership(isAdded: true, by, chosen)];
        if (membershipFirst) Array.Reverse(events);
        return await SendAllAsync(Enumerable.Repeat(events, times).SelectMany(again => again));
    }

    /// <summary>Somebody takes the app out; what the bot posts there is refused before the events come.</summary>
    public async Task<IReadOnlyList<TeamsDelivery>> UninstallAsync(FakeRoom room, FakeMember by, bool membershipFirst = true, int times = 1)
    {
        if (room.Team is { } team) team.HasBot = false;
        else room.HasApp = false;
        JsonObject[] events = [Activities.Installation("remove", by, room), Activities.BotMembership(isAdded: false, by, room)];
        if (membershipFirst) Array.Reverse(events);
        return await SendAllAsync(Enumerable.Repeat(events, times).SelectMany(again => again));
    }

    public async Task<TeamsDelivery> CreateChannelAsync(FakeTeam team, FakeMember by, string id, string name) => await SendAsync(Activities.ChannelEvent("channelCreated", by, team.AddChannel(id, name)));

    public Task<TeamsDelivery> RenameChannelAsync(FakeRoom channel, FakeMember by, string name)
    {
        channel.Name = name;
        return SendAsync(Activities.ChannelEvent("channelRenamed", by, channel));
    }

    public Task<TeamsDelivery> DeleteChannelAsync(FakeRoom channel, FakeMember by)
    {
        channel.IsDeleted = true;
        return SendAsync(Activities.ChannelEvent("channelDeleted", by, channel));
    }

    public Task<TeamsDelivery> RestoreChannelAsync(FakeRoom channel, FakeMember by)
    {
        channel.IsDeleted = false;
        return SendAsync(Activities.ChannelEvent("channelRestored", by, channel));
    }

    public Task<TeamsDelivery> RenameTeamAsync(FakeTeam team, FakeMember by, string name)
    {
        team.Name = name;
        return SendAsync(Activities.TeamEvent("teamRenamed", by, team));
    }

    public Task<TeamsDelivery> DeleteTeamAsync(FakeTeam team, FakeMember by)
    {
        team.IsDeleted = true;
        return SendAsync(Activities.TeamEvent("teamDeleted", by, team));
    }

    public Task<TeamsDelivery> RestoreTeamAsync(FakeTeam team, FakeMember by)
    {
        team.IsDeleted = false;
        return SendAsync(Activities.TeamEvent("teamRestored", by, team));
    }

    /// <summary>Presses a button of a posted card that runs something (<c>Action.Execute</c>), with what was filled in.</summary>
    /// <param name="post">Where the button is.</param>
    /// <param name="by">Who presses it.</param>
    /// <param name="button">Its title, verb or id.</param>
    /// <param name="inputs">What was changed; choices as their values, several with commas between them.</param>
    /// <param name="card">What this person sees there by now, if it is another card.</param>
    public Task<TeamsDelivery> PressAsync(FakePost post, FakeMember by, string button, IReadOnlyDictionary<string, string>? inputs = null, JsonObject? card = null)
    {
        var shown = card ?? post.Card;
        var action = TeamsCards.Action(shown, button);
        return TeamsCards.Type(action) switch
        {
            "Action.Execute" => ExecuteAsync(post, by, shown, action, inputs, "manual"),
            "Action.Submit" => SubmitAsync(post, by, shown, action, inputs),
            var other => throw new InvalidOperationException($"{button} is an {other}, of which the bot hears nothing."),
        };
    }

    /// <summary>A client asks for this person's own view of a card as soon as they see it.</summary>
    public Task<TeamsDelivery> RefreshAsync(FakePost post, FakeMember by)
    {
        var action = post.Card?["refresh"]?["action"] as JsonObject ?? throw new InvalidOperationException("The card does not refresh.");
        // Nobody filled anything in.
        return ExecuteAsync(post, by, card: null, action, inputs: null, "automatic");
    }

    /// <summary>Somebody types into a message extension.</summary>
    public async Task<TeamsDelivery> QueryAsync(FakeMember by, FakeRoom room, string commandId, string? text, string parameter = "query", int skip = 0, int count = 25)
    {
        // At first, before anything was typed, the parameter has another name.
        var one = new JsonObject { ["name"] = text is null ? "initialRun" : parameter, ["value"] = text ?? "true" };
        var value = new JsonObject { ["commandId"] = commandId, ["parameters"] = new JsonArray(one), ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count } };
        var delivery = await SendAsync(Activities.Invoke(by, room, "composeExtension/query", value));
        AnswerRules.LookAtExtension(teams, delivery, isLink: false);
        return delivery;
    }

    /// <summary>Somebody pastes a link that the manifest names.</summary>
    public async Task<TeamsDelivery> LinkAsync(FakeMember by, FakeRoom room, string url)
    {
        var delivery = await SendAsync(Activities.Invoke(by, room, "composeExtension/queryLink", new JsonObject { ["url"] = url }));
        AnswerRules.LookAtExtension(teams, delivery, isLink: true);
        return delivery;
    }

    /// <summary>Sends an activity with a good token.</summary>
    public Task<TeamsDelivery> SendAsync(JsonObject activity) => SendAsync(activity, teams.Identity.Inbound.Make((string?)activity["serviceUrl"] ?? ""));

    /// <param name="activity">What to send.</param>
    /// <param name="authorization">The header; null for none.</param>
    public Task<TeamsDelivery> SendAsync(JsonObject activity, string? authorization) => SendAsync(Encoding.UTF8.GetBytes(TeamsActivities.Write(activity)), authorization, activity);

    /// <summary>Sends these bytes, whatever they are.</summary>
    public async Task<TeamsDelivery> SendAsync(byte[] body, string? authorization, JsonObject? activity = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_bot, Path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        var began = TimeProvider.System.GetTimestamp();
        using var answer = await bot.SendAsync(request);
        var delivery = new TeamsDelivery(answer.StatusCode, await answer.Content.ReadAsStringAsync(), activity ?? []);
        var name = (string?)activity?["name"] ?? (string?)activity?["type"] ?? "";
        // The people's time, whatever the fake's clock says.
        if (TimeProvider.System.GetElapsedTime(began) > (name.StartsWith("composeExtension/", StringComparison.Ordinal) ? ExtensionPatience : Patience)) teams.AddFault($"{name}: answered too late");
        if ((int)delivery.Status >= 500 && delivery.Status != HttpStatusCode.NotImplemented) teams.AddFault($"{name}: answered {(int)delivery.Status}");
        return delivery;
    }

    private async Task<IReadOnlyList<TeamsDelivery>> SendAllAsync(IEnumerable<JsonObject> events)
    {
        var deliveries = new List<TeamsDelivery>();
        foreach (var one in events) deliveries.Add(await SendAsync(one));
        return deliveries;
    }

    private async Task<TeamsDelivery> ExecuteAsync(FakePost post, FakeMember by, JsonObject? card, JsonObject action, IReadOnlyDictionary<string, string>? inputs, string trigger)
    {
        var sent = new JsonObject { ["type"] = "Action.Execute" };
        if (action["id"] is { } id) sent["id"] = id.DeepClone();
        if (action["verb"] is { } verb) sent["verb"] = verb.DeepClone();
        sent["data"] = Data(card, action, inputs);
        var value = new JsonObject { ["action"] = sent, ["trigger"] = trigger };
        var delivery = await SendAsync(Activities.Invoke(by, post.Room, "adaptiveCard/action", value, post.Root, post.Id));
        AnswerRules.LookAtCard(teams, delivery);
        return delivery;
    }

    private Task<TeamsDelivery> SubmitAsync(FakePost post, FakeMember by, JsonObject? card, JsonObject action, IReadOnlyDictionary<string, string>? inputs)
    {
        // learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions: these put words into the person's mouth.
        if (action["data"]?["msteams"] is JsonObject { } wish && (string?)wish["type"] is "imBack" or "messageBack")
        {
            var text = (string?)action["data"]!["msteams"]!["value"] as string ?? (string?)action["data"]!["msteams"]!["text"] ?? "";
            return MessageAsync(by, post.Room, text, post.Root);
        }

        return SendAsync(Activities.Submission(by, post, Data(card, action, inputs)));
    }

    /// <summary>A button's own data wins over an input of the same name.</summary>
    private static JsonObject Data(JsonObject? card, JsonObject action, IReadOnlyDictionary<string, string>? inputs)
    {
        var data = (string?)action["associatedInputs"] == "none" ? [] : TeamsCards.Inputs(card, inputs);
        foreach (var (name, value) in action["data"] as JsonObject ?? []) data[name] = value?.DeepClone();
        return data;
    }
}
