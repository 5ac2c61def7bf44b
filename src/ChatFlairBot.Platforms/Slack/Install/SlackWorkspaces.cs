using System.Collections.Concurrent;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>The workspaces that the bot is in, and the tokens with which it speaks there.</summary>
/// <remarks>With a token of the settings there is one, called <see cref="ChannelAddress.DefaultWorkspace"/>; else those that installed the bot, by their team id.</remarks>
internal sealed partial class SlackWorkspaces(
    SlackOptions options, IWorkspaceStore store, OwnWorkspace own, TokenVault vault, TokenRotation rotation, TimeProvider time, ILogger<SlackWorkspaces> logger) : IDisposable
{
    /// <summary>Slack's advice is to renew early; a token lives 12 hours (docs.slack.dev/authentication/using-token-rotation).</summary>
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, Opened> _opened = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _rotating = new(1, 1);

    private bool IsSingle => !string.IsNullOrEmpty(options.BotToken);

    /// <summary>The workspace that something came from; null when the bot is not installed there.</summary>
    /// <param name="team">The team's id; an organisation's when the app was installed for all of it.</param>
    /// <param name="enterprise">The organisation's id, or null.</param>
    /// <param name="token">Ends the call.</param>
    public async Task<Workspace?> OfAsync(string? team, string? enterprise, CancellationToken token)
    {
        if (IsSingle) return await own.OfAsync(team, enterprise, token);
        foreach (var id in new[] { team, enterprise }.OfType<string>())
        {
            if (await OfKeyAsync(id, token) is { } workspace) return workspace;
        }

        return null;
    }

    /// <returns>The token to speak with; null when the bot is not there any more, or its token cannot be read.</returns>
    public async Task<string?> TokenOfAsync(string key, CancellationToken token)
    {
        if (IsSingle) return key == ChannelAddress.DefaultWorkspace ? options.BotToken : null;
        if (await OfKeyAsync(key, token) is not { } workspace || !_opened.TryGetValue(key, out var opened) || opened.Tokens is null) return null;
        if (workspace.SecretExpiresAt is not { } end || opened.Tokens.Refresh is null || end - time.GetUtcNow() > RenewedBefore) return opened.Tokens.Access;
        return await RotateAsync(key, token);
    }

    /// <summary>Keeps an installation, also in the place of an earlier one.</summary>
    public async Task InstallAsync(Workspace workspace, SlackTokens tokens, CancellationToken token)
    {
        await store.SaveAsync(workspace with { Secret = vault.Lock(tokens) }, token);
        _opened.TryRemove(workspace.Id, out _);
        Log.Installed(logger, workspace.Id, workspace.Name);
    }

    /// <summary>The bot was removed: its token is forgotten at once, the rest after the retention.</summary>
    /// <returns>False when it was not there.</returns>
    public async Task<bool> LeaveAsync(string key, CancellationToken token)
    {
        var wasThere = await store.LeaveAsync(SlackOptions.Platform, key, time.GetUtcNow(), token);
        _opened.TryRemove(key, out _);
        if (wasThere) Log.Left(logger, key);
        return wasThere;
    }

    /// <summary>Slack refused a token: the workspace removed the bot and its event was lost. A token that was changed meanwhile says nothing.</summary>
    public async Task RevokedAsync(string key, string refused, CancellationToken token)
    {
        if (IsSingle) Log.Refused(logger);
        else if (_opened.TryGetValue(key, out var opened) && opened.Tokens?.Access == refused) await LeaveAsync(key, token);
    }

    public void Dispose() => _rotating.Dispose();

    private async Task<Workspace?> OfKeyAsync(string key, CancellationToken token)
    {
        if (_opened.TryGetValue(key, out var opened)) return opened.Workspace;
        if (await store.FindAsync(SlackOptions.Platform, key, token) is not { Secret: { } secret } workspace) return null;
        var tokens = vault.Open(secret);
        if (tokens is null) Log.Locked(logger, key);
        _opened[key] = new Opened(workspace, tokens);
        return workspace;
    }

    // One at a time: the refresh token works once.
    private async Task<string?> RotateAsync(string key, CancellationToken token)
    {
        await _rotating.WaitAsync(token);
        try
        {
            _opened.TryRemove(key, out _);
            if (await OfKeyAsync(key, token) is not { } workspace || !_opened.TryGetValue(key, out var opened) || opened.Tokens is not { Refresh: { } refresh } tokens) return null;
            if (workspace.SecretExpiresAt - time.GetUtcNow() > RenewedBefore) return tokens.Access;
            if (await rotation.RenewAsync(refresh, token) is not { } renewed)
            {
                // The old one may still work for a while; it is tried again at the next call.
                Log.NotRenewed(logger, key);
                return tokens.Access;
            }

            // Written even while the process stops: the refresh token that it came from works no more.
            await InstallAsync(workspace with { SecretExpiresAt = renewed.ExpiresAt }, renewed.Tokens, CancellationToken.None);
            return renewed.Tokens.Access;
        }
        finally
        {
            _rotating.Release();
        }
    }

    private sealed record Opened(Workspace Workspace, SlackTokens? Tokens);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack workspace {Workspace} ({Name}) is installed.")]
        public static partial void Installed(ILogger logger, string workspace, string name);

        [LoggerMessage(2, LogLevel.Warning, "Slack workspace {Workspace} removed the bot: its token is forgotten, its cards wait until it is installed again.")]
        public static partial void Left(ILogger logger, string workspace);

        [LoggerMessage(3, LogLevel.Error, "Slack refuses the token of the settings. Copy the Bot User OAuth Token again (OAuth & Permissions) into Slack:BotToken; 'check' tells whether it works.")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "The token of Slack workspace {Workspace} cannot be read: the keys that it was encrypted with are missing. Put the folder of keys back, or let the workspace install the bot again.")]
        public static partial void Locked(ILogger logger, string workspace);

        [LoggerMessage(5, LogLevel.Warning, "The token of Slack workspace {Workspace} could not be renewed yet.")]
        public static partial void NotRenewed(ILogger logger, string workspace);
    }
}
