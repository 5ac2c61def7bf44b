using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps the workspaces that installed the bot, and what was heard from them.</summary>
public interface IWorkspaceStore
{
    /// <summary>All of a platform, those that removed the bot included.</summary>
    Task<IReadOnlyList<Workspace>> ListAsync(string platform, CancellationToken token);

    Task<Workspace?> FindAsync(string platform, string id, CancellationToken token);

    /// <summary>Keeps a workspace in the place of what was known of it; the bytes of an earlier secret are gone from the file afterwards.</summary>
    Task SaveAsync(Workspace workspace, CancellationToken token);

    /// <summary>The bot was removed: secret and reference go at once, also from the file's free space; everything else waits for <see cref="ForgetAsync"/>.</summary>
    /// <returns>False when it was not there, or had left before.</returns>
    Task<bool> LeaveAsync(string platform, string id, DateTimeOffset at, CancellationToken token);

    /// <summary>Forgets workspaces that removed the bot before a time: their subscriptions, members, links and deliveries.</summary>
    /// <returns>How many there were.</returns>
    Task<int> ForgetAsync(DateTimeOffset leftBefore, CancellationToken token);

    /// <summary>A channel has another id now: subscription, pause, and what is on its way follow it.</summary>
    Task MoveChannelAsync(ChannelAddress from, ChannelAddress to, CancellationToken token);

    /// <summary>Notes that something was heard.</summary>
    /// <returns>False when it was noted before.</returns>
    Task<bool> HearAsync(string key, DateTimeOffset at, CancellationToken token);

    /// <summary>Whether something was noted with <see cref="HearAsync"/>.</summary>
    Task<bool> HasHeardAsync(string key, CancellationToken token);

    /// <summary>Forgets what was heard before a time; a sender repeats itself for a day at most.</summary>
    Task<int> ForgetHeardAsync(DateTimeOffset before, CancellationToken token);
}
