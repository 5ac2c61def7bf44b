using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What Slack tells a bot, in the order of fields of the fixtures. Each transport wraps it in its own way.</summary>
internal sealed class SlackPayloads(FakeSlack slack)
{
    private const string VerificationToken = "verification-token-deprecated";

    private int _events;

    /// <summary>The form fields of a slash command (docs.slack.dev/interactivity/implementing-slash-commands).</summary>
    public (JsonObject Fields, ResponseUrl ResponseUrl, string TriggerId) Command(FakeWorkspace workspace, string user, string channel, string text, string command = "/flair")
    {
        var room = workspace.Channels[channel];
        var fields = new JsonObject
        {
            ["token"] = VerificationToken,
            ["team_id"] = workspace.Id,
            ["team_domain"] = workspace.Domain,
            ["channel_id"] = room.Id,
            ["channel_name"] = room.With is not null ? "directmessage" : room.IsPrivate ? "privategroup" : room.Name,
            ["user_id"] = user,
            ["user_name"] = workspace.Users[user].Name,
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = FakeSlack.AppId,
            ["is_enterprise_install"] = slack.InstallsForOrganisations ? "true" : "false",
        };
        if (workspace.EnterpriseId is { } enterprise) (fields["enterprise_id"], fields["enterprise_name"]) = (enterprise, workspace.EnterpriseName);
        var url = slack.ResponseUrls.Issue("commands", room, user);
        var trigger = slack.Triggers.Issue(workspace);
        (fields["response_url"], fields["trigger_id"]) = (url.Address.AbsoluteUri, trigger);
        return (fields, url, trigger);
    }

    /// <summary>Somebody operates a part of a message. The part must be there: nobody can press what nobody shows.</summary>
    public (JsonObject Payload, ResponseUrl ResponseUrl, string TriggerId) Action(FakeMessage message, string user, string actionId, string? choice = null)
    {
        var workspace = message.Workspace;
        var url = slack.ResponseUrls.Issue("actions", message.Channel, user, message);
        var (payload, trigger) = Begin("block_actions", workspace, user);
        payload["container"] = new JsonObject
        {
            ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel.Id, ["is_ephemeral"] = message.EphemeralTo is not null,
        };
        payload["channel"] = new JsonObject { ["id"] = message.Channel.Id, ["name"] = message.Channel.With is null ? message.Channel.Name : "directmessage" };
        // An ephemeral message is not told again.
        if (message.EphemeralTo is null) payload["message"] = message.ToJson();
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = url.Address.AbsoluteUri;
        payload["actions"] = new JsonArray(SlackActions.Find(message.Blocks, actionId, choice, slack.Time.GetUtcNow()));
        return (payload, url, trigger);
    }

    /// <summary>Somebody operates a part of their home tab or of a modal, for which Slack gives no response url.</summary>
    public (JsonObject Payload, string TriggerId) ViewAction(FakeWorkspace workspace, string user, JsonObject view, string actionId, string? choice = null)
    {
        var (payload, trigger) = Begin("block_actions", workspace, user);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = (string?)view["id"] };
        var shown = (JsonObject)view.DeepClone();
        // What the fields hold at that moment comes along, their initial values too.
        shown["state"] = new JsonObject { ["values"] = SlackActions.State(view["blocks"] as JsonArray, new Dictionary<string, JsonNode>(StringComparer.Ordinal)) };
        payload["view"] = shown;
        payload["actions"] = new JsonArray(SlackActions.Find(view["blocks"] as JsonArray, actionId, choice, slack.Time.GetUtcNow()));
        return (payload, trigger);
    }

    /// <summary>Somebody presses a modal's submit button (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).</summary>
    /// <param name="values">By action id: a JSON string for what is typed, or the whole state of another kind of input.</param>
    public (JsonObject Payload, string TriggerId) Submission(FakeWorkspace workspace, string user, JsonObject view, IReadOnlyDictionary<string, JsonNode> values)
    {
        var (payload, trigger) = Begin("view_submission", workspace, user);
        var submitted = (JsonObject)view.DeepClone();
        submitted["state"] = new JsonObject { ["values"] = SlackActions.State(view["blocks"] as JsonArray, values) };
        payload["view"] = submitted;
        payload["response_urls"] = new JsonArray();
        return (payload, trigger);
    }

    public JsonObject Closing(FakeWorkspace workspace, string user, JsonObject view)
    {
        var (payload, _) = Begin("view_closed", workspace, user);
        payload.Remove("trigger_id");
        payload["view"] = view.DeepClone();
        payload["is_cleared"] = false;
        return payload;
    }

    /// <summary>An event in its envelope (docs.slack.dev/apis/events-api).</summary>
    public JsonObject Event(FakeWorkspace workspace, JsonObject inner, string? eventId = null)
    {
        var number = Interlocked.Increment(ref _events);
        var now = slack.Time.GetUtcNow();
        var envelope = new JsonObject { ["token"] = VerificationToken };
        if (workspace.EnterpriseId is { } enterprise) envelope["enterprise_id"] = enterprise;
        envelope["team_id"] = workspace.Id;
        envelope["api_app_id"] = FakeSlack.AppId;
        envelope["event"] = inner.DeepClone();
        envelope["type"] = "event_callback";
        envelope["event_id"] = eventId ?? string.Create(CultureInfo.InvariantCulture, $"Ev{number:D10}");
        envelope["event_time"] = now.ToUnixTimeSeconds();
        envelope["event_context"] = string.Create(CultureInfo.InvariantCulture, $"EC{number:D10}");
        envelope["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = workspace.EnterpriseId,
            ["team_id"] = workspace.Id,
            ["user_id"] = workspace.BotUserId,
            ["is_bot"] = true,
            ["is_enterprise_install"] = slack.InstallsForOrganisations,
        });
        envelope["is_ext_shared_channel"] = false;
        return envelope;
    }

    public static JsonObject UrlVerification(string challenge) => new() { ["token"] = VerificationToken, ["challenge"] = challenge, ["type"] = "url_verification" };

    public JsonObject RateLimited(FakeWorkspace workspace) => new()
    {
        ["token"] = VerificationToken,
        ["type"] = "app_rate_limited",
        ["team_id"] = workspace.Id,
        ["minute_rate_limited"] = slack.Time.GetUtcNow().ToUnixTimeSeconds() / 60 * 60,
        ["api_app_id"] = FakeSlack.AppId,
    };

    private (JsonObject Payload, string TriggerId) Begin(string type, FakeWorkspace workspace, string user)
    {
        var trigger = slack.Triggers.Issue(workspace);
        var name = workspace.Users[user].Name;
        var payload = new JsonObject
        {
            ["type"] = type,
            ["user"] = new JsonObject { ["id"] = user, ["username"] = name, ["name"] = name, ["team_id"] = workspace.Users[user].TeamId },
            ["api_app_id"] = FakeSlack.AppId,
            ["token"] = VerificationToken,
            ["trigger_id"] = trigger,
            ["team"] = slack.InstallsForOrganisations ? null : new JsonObject { ["id"] = workspace.Id, ["domain"] = workspace.Domain },
            ["enterprise"] = workspace.EnterpriseId is { } id ? new JsonObject { ["id"] = id, ["name"] = workspace.EnterpriseName } : null,
            ["is_enterprise_install"] = slack.InstallsForOrganisations,
        };
        return (payload, trigger);
    }
}
