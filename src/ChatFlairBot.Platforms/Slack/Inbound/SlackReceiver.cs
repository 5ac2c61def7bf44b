using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Install;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Gives each kind of what Slack sends to whoever answers it.</summary>
internal sealed class SlackReceiver(SlackOptions options, SlackWorkspaces workspaces, SlackCommands commands, SlackInteractions interactions, SlackEvents events, SlackSay say) : ISlackReceiver
{
    public async Task<JsonNode?> ReceiveAsync(SlackInbound inbound, CancellationToken token)
    {
        var payload = inbound.Payload;
        if (inbound.Kind is SlackInboundKind.Event) return await EventAsync(payload, token);

        var user = inbound.Kind is SlackInboundKind.Command ? payload.Text("user_id") : payload.At("user")?.Text("id");
        if (user is null) return null;
        var team = inbound.Kind is SlackInboundKind.Command ? payload.Text("team_id") : payload.At("team")?.Text("id") ?? payload.At("user")?.Text("team_id");
        var enterprise = inbound.Kind is SlackInboundKind.Command ? payload.Text("enterprise_id") : payload.At("enterprise")?.Text("id");
        var workspace = await workspaces.OfAsync(team, enterprise, token);
        if (IsOfOther(payload, workspace?.App)) return Only(inbound.Kind, say.Privately("That was meant for another app", "Slack sent me a command of another app. Whoever runs me may have mixed up two apps' settings."));
        if (workspace is null) return Only(inbound.Kind, say.Privately("I am not installed here", $"Whoever looks after this workspace can install me{(options.PublicUrl is { } url ? $": {new Uri(url, "slack/install")}" : ".")}"));

        var from = new SlackContext(workspace, team, user) { UserName = payload.Text("user_name") ?? payload.At("user")?.Text("name") };
        return inbound.Kind is SlackInboundKind.Command ? await commands.AnswerAsync(from, payload, token) : await interactions.AnswerAsync(from, payload, token);
    }

    private async Task<JsonNode?> EventAsync(JsonElement payload, CancellationToken token)
    {
        var workspace = await workspaces.OfAsync(payload.Text("team_id"), payload.Text("enterprise_id"), token);
        if (!IsOfOther(payload, workspace?.App)) await events.TakeAsync(workspace, payload, token);
        return null;
    }

    private bool IsOfOther(JsonElement payload, string? installed) => payload.Text("api_app_id") is { } app && (options.AppId ?? installed) is { } own && app != own;

    // A sentence in place of a message would be no valid answer to a button.
    private static JsonObject? Only(SlackInboundKind kind, JsonObject message) => kind is SlackInboundKind.Command ? message : null;
}
