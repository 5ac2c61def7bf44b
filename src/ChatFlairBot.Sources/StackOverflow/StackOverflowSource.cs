using System.Globalization;
using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Stack Overflow for Teams (Stack Internal) through API v3: Enterprise, and Basic and Business on the cloud.</summary>
internal sealed class StackOverflowSource : IReputationSource, ISourceProbe, IDisposable
{
    /// <summary>The largest of the four sizes that the API takes; a fifth of the default's requests.</summary>
    public const int PageSize = 100;

    /// <summary>Longer is no mail address and no directory's id.</summary>
    private const int LongestId = 320;

    private readonly StackOverflowOptions _options;
    private readonly StackOverflowClient _client;
    private readonly StackOverflowBadges? _badges;
    private readonly PeopleLabels? _experts;
    private readonly PeopleLabels? _groups;

    public StackOverflowSource(string name, StackOverflowOptions options, TimeProvider time)
    {
        Name = name;
        _options = options;
        _client = new StackOverflowClient(options, time);
        _badges = options.BadgesFrom is null ? null : new StackOverflowBadges(options, time);
        var labels = new StackOverflowLabels(_client);
        _experts = options.Experts ? new PeopleLabels(labels.ExpertsAsync, time) : null;
        _groups = options.Groups ? new PeopleLabels(labels.GroupsAsync, time) : null;
    }

    public string Name { get; }

    public string? Site => _options.Root.IsLoopback ? null : _options.Root.Host + _options.Root.AbsolutePath.TrimEnd('/');

    public string Title => _options.Title ?? Name;

    public async IAsyncEnumerable<SourceRead> ReadAllAsync([EnumeratorCancellation] CancellationToken token)
    {
        var watch = new PageWatch();
        for (var page = 1L; ; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"users?page={page}&pageSize={PageSize}&sort=reputation&order=desc");
            var answer = await _client.GetAsync(path, StackOverflowJson.Default.UsersPayload, token);
            if (!answer.TryGet(out var users, out var fault))
            {
                yield return new SourceRead.Failed(_client.Faults.OfList(fault));
                yield break;
            }

            if (Judge(page, users, watch) is { } wrong)
            {
                yield return new SourceRead.Failed(wrong);
                yield break;
            }

            // Once the site is known to answer: one that refuses hears one request and not four.
            if (page == 1 && await RefreshAsync(token) is { } refused)
            {
                yield return new SourceRead.Failed(refused);
                yield break;
            }

            var rows = users.Items ?? [];
            yield return new SourceRead.Page(Readable(rows), rows.Count, users.TotalCount) { Impossible = rows.Count(row => row is { Id: >= 1, Reputation: < 0 or > Standing.HighestScore }) };
            if (rows.Count == 0 || page >= (users.TotalPages ?? (rows.Count < PageSize ? page : long.MaxValue))) yield break;
        }
    }

    public async Task<SourceAnswer<Standing>> ReadOneAsync(long number, CancellationToken token)
    {
        var answer = await _client.GetAsync($"users/{number.ToString(CultureInfo.InvariantCulture)}", StackOverflowJson.Default.UserPayload, token);
        if (!answer.TryGet(out var user, out var fault)) return fault;
        return Read(user) is { } standing ? standing : _client.Faults.Unreadable(number);
    }

    public async Task<SourceAnswer<string>> ProbeAsync(CancellationToken token)
    {
        var answer = await _client.GetAsync("users/me", StackOverflowJson.Default.UserPayload, token);
        if (!answer.TryGet(out var me, out var fault)) return fault;
        return $"answers; the token belongs to {PlainText.OneLine(me.Name ?? "somebody without a name")}{(me.Role is { } role ? $" ({PlainText.OneLine(role)})" : "")}";
    }

    public Task<SourceAnswer<SourceSight>> LookAsync(CancellationToken token) => new StackOverflowSight(_options, _client, _badges).LookAsync(token);

    public void Dispose()
    {
        _client.Dispose();
        _badges?.Dispose();
    }

    private SourceFault? Judge(long page, UsersPayload users, PageWatch watch)
    {
        if (page == 1 && users.Items is null) return _client.Faults.NoList();
        var (first, last) = users.Items is [var one, .., var other] ? (one?.Id, other?.Id) : users.Items is [var only] ? (only?.Id, only?.Id) : (null, null);
        return watch.IsEndless(page, users.TotalPages, first, last) ? _client.Faults.Endless(page) : null;
    }

    private async Task<SourceFault?> RefreshAsync(CancellationToken token)
    {
        if (_experts is not null) await _experts.RefreshAsync(token);
        if (_groups is not null) await _groups.RefreshAsync(token);
        return _badges is null ? null : await _badges.RefreshAsync(token);
    }

    private List<Standing> Readable(IReadOnlyList<UserPayload?> rows)
    {
        var standings = new List<Standing>(rows.Count);
        foreach (var row in rows)
        {
            if (row is not null && Read(row) is { } standing) standings.Add(standing);
        }

        return standings;
    }

    // Ids below 1 are no people (the Community user), and reputation never falls below 1:
    // https://www.stackoverflow.help/support/solutions/articles/36000042869-reputation
    private Standing? Read(UserPayload row)
    {
        if (row is not { Id: >= 1 and { } id, Reputation: >= 0 and <= Standing.HighestScore and { } score }) return null;
        var (badges, expertise) = (_badges?.Of(id), _experts?.Of(id));
        return new Standing(new PersonId(Name, id), Lenient.Name(row.Name), score, Lenient.Address(row.WebUrl), Lenient.Address(row.AvatarUrl))
        {
            Honours = badges is null && expertise is null ? Honours.None : new Honours(Badges: badges, Expertise: expertise),
            Groups = Groups(row.Department, _groups?.Of(id) ?? []),
            // Shown to administrators' tokens alone; whoever does not want people linked by them gives the bot another's.
            ExternalId = row.ExternalId is { Length: > 0 and <= LongestId } directory ? directory : null,
            Email = row.Email is { Length: > 0 and <= LongestId } email ? new PrivateText(email) : null,
        };
    }

    private static IReadOnlyList<string> Groups(string? department, IReadOnlyList<string> groups) =>
        string.IsNullOrWhiteSpace(department) ? groups : [.. groups.Prepend(Lenient.Name(department)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
