using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;
using ChatFlairBot.Sources.StackApi;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Badges, which API v3 does not know: the same people's counts and names from API v2.3, joined by id.</summary>
internal sealed class StackOverflowBadges : IDisposable
{
    private readonly StackApiClient _client;
    private readonly StackApiUsers _users;
    private readonly StackApiBadges _names;
    private Dictionary<long, BadgeCounts> _counts = [];

    public StackOverflowBadges(StackOverflowOptions options, TimeProvider time)
    {
        _client = new StackApiClient(
            new StackApiSite(options.BadgesRoot!, options.BadgesScope, new SourceHints("API v2.3", "Check BadgesFrom, which ends in /2.3, or take it out to go on without badges.")
            {
                Unauthorized = "Only badges need it: check Key (Enterprise) or Token (cloud), or take BadgesFrom out to go on without badges.",
                Forbidden = "Only badges need this: take BadgesFrom out to go on without badges.",
            })
            {
                Key = options.Key is { } key ? new(key) : null,
                // Enterprise reads with a key alone; on the cloud the token of v3 is good here too.
                Token = options.Key is null ? new(options.Token!) : null,
                Contact = options.Contact,
            },
            time);
        _users = new StackApiUsers(_client);
        _names = new StackApiBadges(_client, time);
    }

    /// <summary>Reads everybody's counts and the names of the latest badges.</summary>
    /// <returns>What only a person can mend. After a passing fault the counts of the last poll are as good as any.</returns>
    public async Task<SourceFault?> RefreshAsync(CancellationToken token)
    {
        var counts = new Dictionary<long, BadgeCounts>();
        await foreach (var step in _users.ReadAsync(minimum: null, token))
        {
            if (step.Fault is { } fault) return IsPassing(fault) ? null : fault;
            foreach (var row in step.Rows)
            {
                if (row is { Id: >= 1, Badges: { } badges }) counts[row.Id.Value] = badges;
            }
        }

        _counts = counts;
        return await _names.ReadAsync(token);
    }

    /// <summary>Tries key or token with one person.</summary>
    public async Task<SourceFault?> ProbeAsync(CancellationToken token) =>
        (await _client.GetAsync(StackApiUsers.Method, _client.Scoped("users?page=1&pagesize=1&order=desc&sort=reputation"), StackApiJson.Default.EnvelopeApiUser, token)).Fault;

    public IReadOnlyList<Badge>? Of(long person) => _names.Held.Of(person, _counts.TryGetValue(person, out var counts) ? counts : null);

    public void Dispose() => _client.Dispose();

    private static bool IsPassing(SourceFault fault) => fault.Kind is SourceFaultKind.Throttled or SourceFaultKind.Unavailable or SourceFaultKind.Unreachable or SourceFaultKind.Incomplete;
}
