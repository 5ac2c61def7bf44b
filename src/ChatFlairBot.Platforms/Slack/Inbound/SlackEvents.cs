using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Install;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Follows events. What must not be lost is done before Slack is told that it arrived; all of it may come twice and in any order.</summary>
internal sealed partial class SlackEvents(
    SlackWorkspaces workspaces, IWorkspaceStore store, SlackHome home, [FromKeyedServices(SlackOptions.Platform)] InboundWork work, TimeProvider time, ILogger<SlackEvents> logger)
{
    /// <param name="workspace">Where it is from; null when the bot is not there any more.</param>
    /// <param name="payload">The envelope.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="StoreException">It could not be written down.</exception>
    public async Task TakeAsync(Workspace? workspace, JsonElement payload, CancellationToken token)
    {
        if (payload.Text("type") == "app_rate_limited")
        {
            Log.Limited(logger, payload.Text("team_id"));
            return;
        }

        if (payload.At("event") is not { } happened || happened.Text("type") is not { } type) return;
        var heard = payload.Text("event_id") is { } id ? $"Slack {id}" : null;
        if (heard is not null && await store.HasHeardAsync(heard, token)) return;
        if (workspace is not null) await FollowAsync(workspace, type, happened, payload, token);
        if (heard is not null) await store.HearAsync(heard, time.GetUtcNow(), token);
    }

    private async Task FollowAsync(Workspace workspace, string type, JsonElement happened, JsonElement payload, CancellationToken token)
    {
        switch (type)
        {
            case "app_uninstalled" when !IsOld(workspace, payload):
                await workspaces.LeaveAsync(workspace.Id, token);
                break;
            // Members' own tokens say nothing of the bot (docs.slack.dev/reference/events/tokens_revoked).
            case "tokens_revoked" when !IsOld(workspace, payload) && happened.At("tokens")?.At("bot") is { ValueKind: JsonValueKind.Array } bots && bots.GetArrayLength() > 0:
                await workspaces.LeaveAsync(workspace.Id, token);
                break;
            case "channel_id_changed" when happened.Text("old_channel_id") is { } from && happened.Text("new_channel_id") is { } to:
                await store.MoveChannelAsync(new(SlackOptions.Platform, workspace.Id, from), new(SlackOptions.Platform, workspace.Id, to), token);
                Log.Moved(logger, from, to);
                break;
            case "app_home_opened" when happened.Text("user") is { } user && happened.Text("tab") is null or "home":
                work.TryAdd(stopping => home.PublishAsync(new SlackContext(workspace, payload.Text("team_id"), happened.Text("user")!), stopping));
                break;
            default:
                Log.Unknown(logger, type);
                break;
        }
    }

    // Who installs again at once must not lose the new token to the old one's event.
    private static bool IsOld(Workspace workspace, JsonElement payload) =>
        payload.At("event_time") is { ValueKind: JsonValueKind.Number } at && at.TryGetInt64(out var seconds) && seconds < workspace.InstalledAt.ToUnixTimeSeconds();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack holds back events of workspace {Workspace}: more than 30,000 within an hour.")]
        public static partial void Limited(ILogger logger, string? workspace);

        [LoggerMessage(2, LogLevel.Information, "Channel {From} is called {To} now; its subscription followed.")]
        public static partial void Moved(ILogger logger, string from, string to);

        [LoggerMessage(3, LogLevel.Debug, "Nothing follows from an event of type {Type}.")]
        public static partial void Unknown(ILogger logger, string type);
    }
}
