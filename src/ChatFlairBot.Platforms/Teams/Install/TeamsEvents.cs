using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Connector;
using ChatFlairBot.Platforms.Teams.Inbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Teams.Install;

/// <summary>
/// Follows what happens to teams and to the bot in them. What must not be lost is done before Teams is told that it arrived; all of it may come
/// twice and in any order (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events).
/// </summary>
internal sealed partial class TeamsEvents(
    TeamsWorkspaces workspaces,
    IStore store,
    MissingRooms missing,
    TeamsChannels channels,
    TeamsMembers members,
    TeamsHello hello,
    [FromKeyedServices(TeamsOptions.Platform)] InboundWork work,
    TimeProvider time,
    ILogger<TeamsEvents> logger)
{
    /// <exception cref="StoreException">It could not be written down.</exception>
    public async Task TakeAsync(TeamsActivity activity, CancellationToken token)
    {
        var heard = activity.Id is { } id ? $"Teams {activity.Workspace} {id}" : null;
        if (heard is not null && await store.Workspaces.HasHeardAsync(heard, token)) return;
        await FollowAsync(activity, token);
        if (heard is not null) await store.Workspaces.HearAsync(heard, time.GetUtcNow(), token);
    }

    private Task FollowAsync(TeamsActivity activity, CancellationToken token) => activity switch
    {
        { Type: "installationUpdate", Action: "add" } or { Type: "conversationUpdate", BotCame: true } => JoinAsync(activity, isGreeted: true, token),
        // The app is a newer one; it was there before.
        { Type: "installationUpdate", Action: "add-upgrade" } => JoinAsync(activity, isGreeted: false, token),
        { Type: "installationUpdate", Action: "remove" } or { Type: "conversationUpdate", BotWent: true } => LeaveAsync(activity, token),
        { Type: "conversationUpdate" } => ChangedAsync(activity, token),
        _ => Task.CompletedTask,
    };

    private async Task JoinAsync(TeamsActivity activity, bool isGreeted, CancellationToken token)
    {
        var chosen = activity.SelectedChannel ?? activity.Room;
        var (_, isNew) = await workspaces.JoinAsync(activity, chosen, token);
        members.Forget(activity.Workspace);
        channels.Forget(activity.Workspace);
        if (!isNew) return;
        await ReopenAsync(activity.Workspace, null, token);
        if (isGreeted && !work.TryAdd(stopping => hello.SayAsync(activity, chosen, stopping))) Log.NotGreeted(logger, activity.Workspace);
    }

    private async Task LeaveAsync(TeamsActivity activity, CancellationToken token)
    {
        if (!await workspaces.LeaveAsync(activity, token)) return;
        members.Forget(activity.Workspace);
        channels.Forget(activity.Workspace);
    }

    private async Task ChangedAsync(TeamsActivity activity, CancellationToken token)
    {
        channels.Forget(activity.Workspace);
        switch (activity.EventType)
        {
            case "teamDeleted" or "teamHardDeleted":
                await LeaveAsync(activity, token);
                return;
            case "teamRestored" or "teamRenamed":
                await JoinAsync(activity, token);
                return;
            case "channelDeleted":
                await CloseAsync(activity.Workspace, activity.Room, "The channel was deleted.", token);
                break;
            case "channelRestored":
                await ReopenAsync(activity.Workspace, activity.Room, token);
                break;
            case "teamArchived":
                await CloseAsync(activity.Workspace, null, "The team is archived.", token);
                break;
            case "teamUnarchived":
                await ReopenAsync(activity.Workspace, null, token);
                break;
            case "teamMemberRemoved" or "teamMemberAdded":
                members.Forget(activity.Workspace);
                break;
            default:
                Log.Unknown(logger, activity.EventType);
                break;
        }

        await workspaces.OfAsync(activity, token);
    }

    // Whatever was chosen at the installation stays.
    private async Task JoinAsync(TeamsActivity activity, CancellationToken token)
    {
        if ((await workspaces.JoinAsync(activity, chosen: null, token)).IsNew) await ReopenAsync(activity.Workspace, null, token);
    }

    private async Task CloseAsync(string workspace, string? room, string reason, CancellationToken token)
    {
        foreach (var channel in await OfAsync(workspace, room, token))
        {
            missing.Gone(channel);
            await store.Deliveries.ParkAsync(channel, reason, time.GetUtcNow(), token);
        }
    }

    private async Task ReopenAsync(string workspace, string? room, CancellationToken token)
    {
        var now = time.GetUtcNow();
        foreach (var channel in await OfAsync(workspace, room, token))
        {
            missing.Found(channel);
            await store.Deliveries.ResumeAsync(channel, now - Backoff.Default.GiveUpAfter, now, token);
        }
    }

    private async Task<IReadOnlyList<ChannelAddress>> OfAsync(string workspace, string? room, CancellationToken token) => room is not null
        ? [new(TeamsOptions.Platform, workspace, room)]
        : [.. (await store.Subscriptions.ListAsync(token)).Select(one => one.Channel).Where(one => one.Platform == TeamsOptions.Platform && one.Workspace == workspace).Distinct()];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Nothing follows from {Event}.")]
        public static partial void Unknown(ILogger logger, string? @event);

        [LoggerMessage(2, LogLevel.Warning, "There was too much to do to greet Teams' {Workspace}; it is served all the same.")]
        public static partial void NotGreeted(ILogger logger, string workspace);
    }
}
