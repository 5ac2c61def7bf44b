using System.Collections.Concurrent;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Teams.Connector;
using ChatFlairBot.Platforms.Teams.Inbound;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Teams.Install;

/// <summary>The teams and chats that the bot is in, each a workspace, and how it is reached there.</summary>
internal sealed partial class TeamsWorkspaces(IWorkspaceStore store, TimeProvider time, ILogger<TeamsWorkspaces> logger) : IDisposable
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, (Workspace Workspace, ConversationReference Reference)> _opened = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _saving = new(1, 1);

    /// <returns>How a channel or chat is reached; null when the bot is not there.</returns>
    public async Task<TeamsPlace?> PlaceAsync(ChannelAddress channel, CancellationToken token) => await OfKeyAsync(channel.Workspace, token) is (_, var reference)
        ? new TeamsPlace(channel, reference.ServiceUrl, reference.Conversation.TenantId, reference.Bot.Id, channel.Member is null && reference.Conversation.ConversationType == ConversationReference.Channel)
        : null;

    /// <returns>Null when the bot is not there.</returns>
    public async Task<Workspace?> FindAsync(string id, CancellationToken token) => (await OfKeyAsync(id, token))?.Workspace;

    /// <summary>
    /// Where something came from. Its service address is the current one, and is kept (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages);
    /// a team whose installation was never heard of is one all the same.
    /// </summary>
    /// <returns>Null when the bot has left.</returns>
    public async Task<Workspace?> OfAsync(TeamsActivity activity, CancellationToken token)
    {
        if (await OfKeyAsync(activity.Workspace, token) is (var known, var reference))
        {
            return reference.ServiceUrl == activity.ServiceUrl && reference.Bot.Id == activity.Bot ? known : (await JoinAsync(activity, chosen: null, token)).Workspace;
        }

        return await store.FindAsync(TeamsOptions.Platform, activity.Workspace, token) is null ? (await JoinAsync(activity, chosen: null, token)).Workspace : null;
    }

    /// <summary>Keeps an installation, or what is new about it.</summary>
    /// <param name="activity">What tells of it.</param>
    /// <param name="chosen">The channel that was chosen; null when it says nothing of that.</param>
    /// <param name="token">Ends the call before anything is written.</param>
    /// <returns>The workspace, and whether the bot was not there before.</returns>
    public async Task<(Workspace Workspace, bool IsNew)> JoinAsync(TeamsActivity activity, string? chosen, CancellationToken token)
    {
        // One at a time: an installation is told of twice, in any order, and greeted once.
        await _saving.WaitAsync(token);
        try
        {
            var known = await store.FindAsync(TeamsOptions.Platform, activity.Workspace, token);
            var before = known is { LeftAt: null } ? known : null;
            var reference = ReferenceOf(activity, chosen, ConversationReference.Read(before?.Reference));
            var workspace = new Workspace(TeamsOptions.Platform, activity.Workspace, activity.TeamName ?? known?.Name ?? NameOf(activity))
            {
                Enterprise = activity.Tenant ?? before?.Enterprise,
                App = activity.Bot,
                Bot = activity.Bot,
                InstalledBy = before is null ? Installer(activity, chosen) : before.InstalledBy ?? Installer(activity, chosen),
                InstalledAt = before?.InstalledAt ?? activity.At ?? time.GetUtcNow(),
                Reference = reference.Write(),
            };
            if (workspace != before) await store.SaveAsync(workspace, token);
            _opened.TryRemove(workspace.Id, out _);
            if (before is null) Log.Installed(logger, workspace.Id, workspace.Name);
            return (workspace, before is null);
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>The bot was removed: how it was reached is forgotten at once, the rest after the retention.</summary>
    /// <returns>False when it was not there, or came again since.</returns>
    public async Task<bool> LeaveAsync(TeamsActivity activity, CancellationToken token)
    {
        await _saving.WaitAsync(token);
        try
        {
            // Who adds it again at once must not lose it to the old one's removal.
            if (await store.FindAsync(TeamsOptions.Platform, activity.Workspace, token) is { LeftAt: null } known && activity.At is { } at && at < known.InstalledAt) return false;
            var wasThere = await store.LeaveAsync(TeamsOptions.Platform, activity.Workspace, time.GetUtcNow(), token);
            _opened.TryRemove(activity.Workspace, out _);
            if (wasThere) Log.Left(logger, activity.Workspace);
            return wasThere;
        }
        finally
        {
            _saving.Release();
        }
    }

    public void Dispose() => _saving.Dispose();

    private async Task<(Workspace Workspace, ConversationReference Reference)?> OfKeyAsync(string id, CancellationToken token)
    {
        if (_opened.TryGetValue(id, out var opened)) return opened;
        if (await store.FindAsync(TeamsOptions.Platform, id, token) is not { LeftAt: null } workspace || ConversationReference.Read(workspace.Reference) is not { } reference) return null;
        if (_opened.Count >= MostKept) _opened.Clear();
        return _opened[id] = (workspace, reference);
    }

    private static ConversationReference ReferenceOf(TeamsActivity activity, string? chosen, ConversationReference? before) => new()
    {
        User = before?.User ?? (activity.From.Length > 0 ? new ReferencedAccount(activity.From, activity.FromName, activity.FromObjectId) : null),
        Bot = new ReferencedAccount(activity.Bot, activity.BotName),
        Conversation = new ReferencedConversation(chosen ?? before?.Conversation.Id ?? activity.Workspace, activity.ConversationType, activity.Tenant, activity.ConversationType != ConversationReference.Personal),
        ServiceUrl = activity.ServiceUrl,
    };

    // A message of anybody's may be the first that is heard of a team; they brought nothing.
    private static string? Installer(TeamsActivity activity, string? chosen) => chosen is not null && activity.From.Length > 0 ? activity.From : null;

    private static string NameOf(TeamsActivity activity) => activity.ConversationType switch
    {
        ConversationReference.Personal => activity.FromName is { } name ? $"Chat with {name}" : "A chat",
        ConversationReference.GroupChat => "A group chat",
        _ => activity.Workspace,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The bot is in Teams' {Workspace} ({Name}) now.")]
        public static partial void Installed(ILogger logger, string workspace, string name);

        [LoggerMessage(2, LogLevel.Warning, "The bot was removed from Teams' {Workspace}: how it is reached is forgotten, its cards wait until it is added again.")]
        public static partial void Left(ILogger logger, string workspace);
    }
}
