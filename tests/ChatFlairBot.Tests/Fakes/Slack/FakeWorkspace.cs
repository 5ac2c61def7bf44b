using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>One customer of Slack: its people, its rooms and what it let the bot have.</summary>
internal sealed class FakeWorkspace(string id, string name, string domain, string botUserId, string botId)
{
    /// <summary>What the bot asks for, as its manifest lists it.</summary>
    public static readonly string[] UsualScopes =
        ["commands", "chat:write", "chat:write.public", "users:read", "users:read.email", "team:read", "channels:read"];

    private readonly Lock _gate = new();
    private long _lastTs;
    private int _made;

    public string Id => id;

    public string Name => name;

    public string Domain => domain;

    public string BotUserId => botUserId;

    public string BotId => botId;

    /// <summary>The Enterprise organisation that it belongs to, if any.</summary>
    public string? EnterpriseId { get; set; }

    public string EnterpriseName { get; set; } = $"{name} Inc";

    public ConcurrentDictionary<string, FakeUser> Users { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, FakeChannel> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>The home tab that each user last saw, by user id.</summary>
    public ConcurrentDictionary<string, JsonObject> Homes { get; } = new(StringComparer.Ordinal);

    /// <summary>The modals that were opened, as they are now, by view id.</summary>
    public ConcurrentDictionary<string, JsonObject> Views { get; } = new(StringComparer.Ordinal);

    /// <summary>Every token that was ever given out here.</summary>
    public ConcurrentQueue<FakeToken> Tokens { get; } = new();

    /// <summary>The newest token that still lives; null while the bot is not installed.</summary>
    public FakeToken? Token => Tokens.LastOrDefault(token => token.End is null);

    /// <summary>The usual admin, who signs in on the consent page.</summary>
    public FakeUser Admin => Users.Values.First(user => user.IsAdmin);

    public FakeUser AddUser(FakeUser user) => Users[user.Id] = user;

    public FakeUser AddUser(string userId, string userName, string realName) => AddUser(new FakeUser(userId, id, userName, realName));

    public FakeChannel AddChannel(FakeChannel channel)
    {
        Channels[channel.Id] = channel;
        channel.Members.UnionWith(Users.Values.Where(user => user is { IsDeleted: false, IsBot: false, IsStranger: false }).Select(user => user.Id));
        return channel;
    }

    public FakeChannel AddChannel(string channelId, string channelName) => AddChannel(new FakeChannel(this, channelId, channelName));

    /// <summary>Many public channels that the bot did not join: C01MANY0001 and so on.</summary>
    public IReadOnlyList<FakeChannel> AddChannels(int count) =>
    [
        .. Enumerable.Range(1, count).Select(number => AddChannel(
            string.Create(CultureInfo.InvariantCulture, $"C{id[1..3]}MANY{number:D4}"), string.Create(CultureInfo.InvariantCulture, $"many-{number}"))),
    ];

    /// <summary>Installs the bot as an admin would. Without rotation a second install keeps the token and adds scopes.</summary>
    public FakeToken Install(params IReadOnlyList<string> scopes) => Install(scopes, expiresAt: null);

    public FakeToken Install(IReadOnlyList<string> scopes, DateTimeOffset? expiresAt)
    {
        lock (_gate)
        {
            var token = expiresAt is null && Token is { ExpiresAt: null } kept ? kept : Make(expiresAt);
            token.Grant(Token?.Scopes ?? []);
            token.Grant(scopes.Count > 0 ? scopes : UsualScopes);
            if (token != Token) Tokens.Enqueue(token);
            return token;
        }
    }

    /// <summary>Takes the bot out. Every later call with one of its tokens is answered with this error.</summary>
    public void Uninstall(string error = "account_inactive")
    {
        foreach (var token in Tokens.Where(token => token.End is null))
        {
            token.End = error;
            token.RefreshToken = null;
        }
    }

    /// <summary>Times of messages never repeat.</summary>
    public string NextTs(DateTimeOffset now)
    {
        lock (_gate)
        {
            _lastTs = Math.Max((now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, _lastTs) + 100;
            return string.Create(CultureInfo.InvariantCulture, $"{_lastTs / 1_000_000}.{_lastTs % 1_000_000:D6}");
        }
    }

    private FakeToken Make(DateTimeOffset? expiresAt)
    {
        var number = ++_made;
        return expiresAt is null
            ? new FakeToken(this, $"xoxb-TEST-{id}-{number}")
            : new FakeToken(this, $"xoxe.xoxb-1-TEST-{id}-{number}") { ExpiresAt = expiresAt, RefreshToken = $"xoxe-1-TEST-{id}-{number}" };
    }
}
