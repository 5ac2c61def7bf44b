using System.Globalization;
using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;
using ChatFlairBot.Sources.StackApi;

namespace ChatFlairBot.Sources.StackExchange;

/// <summary>A public Stack Exchange site, or a team of the older kind, through API v2.3.</summary>
internal sealed class StackExchangeSource : IReputationSource, ISourceProbe, IDisposable
{
    private readonly StackExchangeOptions _options;
    private readonly StackApiClient _client;
    private readonly StackApiUsers _users;
    private readonly StackApiBadges _badges;

    public StackExchangeSource(string name, StackExchangeOptions options, TimeProvider time)
    {
        Name = name;
        _options = options;
        _client = new StackApiClient(
            new StackApiSite(options.Root, options.Scope, new SourceHints("API v2.3", "Check BaseUrl, which ends in /2.3, and Site.")
            {
                Unauthorized = options.Team is null
                    ? "It is wrong, has expired or was revoked. A public site needs no token: take it out, or make a new one."
                    : "It is wrong, has expired, was revoked, or is not for this team. Check Token and Team.",
                Renewal = "A new token is made by logging in through the application once more (https://api.stackexchange.com/docs/authentication), a key at https://stackapps.com.",
                Forbidden = "A team wants a token with the scope access_team for just this team.",
            })
            {
                Key = options.Key is { } key ? new(key) : null, Token = options.Token is { } token ? new(token) : null, Contact = options.Contact,
            },
            time);
        _users = new StackApiUsers(_client);
        _badges = new StackApiBadges(_client, time);
    }

    public string Name { get; }

    // Not the API's host, which all sites share; the same site stays itself when the API moves.
    public string? Site => _options.Root.IsLoopback ? null : $"{_options.Root.Host}/{_options.Team ?? _options.Site}";

    public string Title => _options.Title ?? Name;

    public async IAsyncEnumerable<SourceRead> ReadAllAsync([EnumeratorCancellation] CancellationToken token)
    {
        var areNamesDue = _options.BadgeNames;
        await foreach (var step in _users.ReadAsync(_options.MinimumScore, token))
        {
            var fault = step.Fault;
            // After the first page: a platform that refuses has refused once by then, and needs no second question.
            if (fault is null && areNamesDue)
            {
                fault = await _badges.ReadAsync(token);
                areNamesDue = false;
            }

            if (fault is not null)
            {
                yield return new SourceRead.Failed(fault);
                yield break;
            }

            yield return new SourceRead.Page([.. step.Rows.Select(Read).OfType<Standing>()], step.Rows.Count, step.Total)
            {
                Impossible = step.Rows.Count(row => row is { Id: >= 1, Reputation: < 0 or > Standing.HighestScore }),
            };
        }
    }

    public async Task<SourceAnswer<Standing>> ReadOneAsync(long number, CancellationToken token)
    {
        var path = _client.Scoped($"users/{number.ToString(CultureInfo.InvariantCulture)}");
        var answer = await _client.GetAsync("users/{ids}", path, StackApiJson.Default.EnvelopeApiUser, token);
        if (!answer.TryGet(out var users, out var fault)) return fault;
        if (users.Items is not [var user, ..]) return new SourceFault(SourceFaultKind.UnknownPerson, $"{_options.Root} knows no such person.");
        return Read(user) is { } standing ? standing : _client.Faults.Unreadable(number);
    }

    public async Task<SourceAnswer<string>> ProbeAsync(CancellationToken token)
    {
        var answer = await FirstAsync(token);
        if (!answer.TryGet(out var users, out var fault)) return fault;
        if (users.Items is null) return _client.Faults.NoList();
        var who = _options.Token is null ? "answers without a token" : $"answers; the token belongs to {PlainText.OneLine(users.Items is [{ Name: { } me }, ..] ? me : "somebody without a name")}";
        return _client.Quota is { } quota ? string.Create(CultureInfo.InvariantCulture, $"{who}; {quota.Left} of {quota.Max} requests are left today") : who;
    }

    public async Task<SourceAnswer<SourceSight>> LookAsync(CancellationToken token)
    {
        var answer = await FirstAsync(token);
        if (!answer.TryGet(out var users, out var fault)) return fault;
        if (users.Items is null) return _client.Faults.NoList();
        return StackExchangeSight.Of(_options, users.Items is [{ } me, ..] ? me : null, _client.Quota);
    }

    public void Dispose() => _client.Dispose();

    // Without a token there is no "me"; one person of the list tells as much.
    private Task<SourceAnswer<Envelope<ApiUser>>> FirstAsync(CancellationToken token)
    {
        var path = _options.Token is null ? "users?page=1&pagesize=1&order=desc&sort=reputation" : "me";
        return _client.GetAsync(_options.Token is null ? StackApiUsers.Method : "users/{ids}", _client.Scoped(path), StackApiJson.Default.EnvelopeApiUser, token);
    }

    // Ids below 1 are no people: the Community user, and groups.
    private Standing? Read(ApiUser? row) => row is { Id: >= 1, Reputation: >= 0 and <= Standing.HighestScore }
        ? new Standing(new PersonId(Name, row.Id.Value), Lenient.Name(row.Name), row.Reputation.Value, Lenient.Address(row.Link), Lenient.Address(row.Avatar))
        {
            Honours = new Honours(Badges: _badges.Held.Of(row.Id.Value, row.Badges)),
            IsListed = row.Type is not "does_not_exist",
        }
        : null;
}
