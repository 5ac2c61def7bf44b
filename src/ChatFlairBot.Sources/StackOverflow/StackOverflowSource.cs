using System.Globalization;
using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Stack Overflow for Teams (Stack Internal) through API v3: Enterprise, and Basic and Business on the cloud.</summary>
internal sealed class StackOverflowSource(string name, StackOverflowOptions options, TimeProvider time) : IReputationSource, IDisposable
{
    /// <summary>The largest of the four sizes that the API takes; a fifth of the default's requests.</summary>
    private const int PageSize = 100;

    private readonly StackOverflowClient _client = new(options, time);

    public string Name => name;

    public string? Site => options.Root.IsLoopback ? null : options.Root.Host + options.Root.AbsolutePath.TrimEnd('/');

    public string Title => options.Title ?? name;

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

            var rows = users.Items ?? [];
            if (page == 1 && users.Items is null)
            {
                yield return new SourceRead.Failed(_client.Faults.NoList());
                yield break;
            }

            if (watch.IsEndless(page, users.TotalPages, (rows is [{ } first, ..] ? first.Id : null), (rows is [.., { } last] ? last.Id : null)))
            {
                yield return new SourceRead.Failed(_client.Faults.Endless(page));
                yield break;
            }

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

    public void Dispose() => _client.Dispose();

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
    private Standing? Read(UserPayload row) => row is { Id: >= 1, Reputation: >= 0 and <= Standing.HighestScore }
        ? new Standing(new PersonId(name, row.Id.Value), Lenient.Name(row.Name), row.Reputation.Value, Lenient.Address(row.WebUrl), Lenient.Address(row.AvatarUrl))
        : null;
}
