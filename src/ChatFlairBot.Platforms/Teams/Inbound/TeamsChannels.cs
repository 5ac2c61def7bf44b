using System.Collections.Concurrent;
using System.Text.Json;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Connector;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>The channels of teams, each team asked at most once in some minutes.</summary>
internal sealed class TeamsChannels(TeamsConversations conversations, TimeProvider time)
{
    private const int MostKept = 2_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (IReadOnlyDictionary<string, string> Names, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <returns>What a channel is called; null when Teams does not tell.</returns>
    public async Task<string?> NameAsync(string serviceUrl, string team, string channel, CancellationToken token) => (await OfAsync(serviceUrl, team, token)).GetValueOrDefault(channel);

    /// <summary>Whether a channel is one of a team's.</summary>
    public async Task<bool> HasAsync(string serviceUrl, string team, string channel, CancellationToken token) => channel == team || (await OfAsync(serviceUrl, team, token)).ContainsKey(channel);

    /// <summary>Something changed in the team.</summary>
    public void Forget(string team) => _known.TryRemove(team, out _);

    private async Task<IReadOnlyDictionary<string, string>> OfAsync(string serviceUrl, string team, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(team, out var known) && known.Until > now && known.Until <= now + Kept) return known.Names;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await conversations.ChannelsAsync(serviceUrl, team, token) is not ConnectorAnswer.Ok { Body: { } body } || body.At("conversations") is not { ValueKind: JsonValueKind.Array } channels) return names;
        foreach (var channel in channels.EnumerateArray().Where(one => one.Text("id") is not null))
        {
            // The first one has no name of its own, and every client shows it as this.
            names[channel.Text("id")!] = channel.Text("name") is { } name ? PlainText.OneLine(name) : "General";
        }

        if (_known.Count >= MostKept) _known.Clear();
        _known[team] = (names, now + Kept);
        return names;
    }
}
