using System.Globalization;
using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Stack Overflow for Teams (Stack Internal) through API v3: Enterprise, and Basic and Business on the cloud.</summary>
internal sealed class StackOverflowSource(string name, StackOverflowOptions options, TimeProvider time) : IReputationSource, IDisposable
{
    /// <summary>The largest of the four sizes that the API takes; a fifth of the default's requests.</summary>
    private const int PageSize = 100;

    private const int LongestName = 300;
    private const int LongestAddress = 2_000;

    /// <summary>Where the site does not say how many pages it has: 200,000 people.</summary>
    private const long MostPagesUntold = 2_000;

    private const long MostPages = 100_000;

    private readonly StackOverflowClient _client = new(options, time);

    public string Name => name;

    public string? Site => options.Root.IsLoopback ? null : options.Root.Host + options.Root.AbsolutePath.TrimEnd('/');

    public string Title => options.Title ?? name;

    public async IAsyncEnumerable<SourceRead> ReadAllAsync([EnumeratorCancellation] CancellationToken token)
    {
        long? mostPages = null;
        (long? First, long? Last)? previous = null;
        for (var page = 1L; ; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"users?page={page}&pageSize={PageSize}&sort=reputation&order=desc");
            var answer = await _client.GetAsync(path, StackOverflowJson.Default.UsersPayload, token);
            if (!answer.TryGet(out var users, out var fault))
            {
                // A list that is not there is no unknown person.
                yield return new SourceRead.Failed(fault.Kind is SourceFaultKind.UnknownPerson ? StackOverflowFaults.NoList(options.Root) : fault);
                yield break;
            }

            var rows = users.Items ?? [];
            if (page == 1 && users.Items is null)
            {
                yield return new SourceRead.Failed(new(SourceFaultKind.Malformed, $"{options.Root} answers, but with no list of users. Is BaseUrl the address of API v3?"));
                yield break;
            }

            // Twice what the first page announced is more than any site grows while it is read.
            mostPages ??= (2 * Math.Clamp(users.TotalPages ?? MostPagesUntold, 1, MostPages)) + 10;
            var ends = rows is [{ Id: { } first }, ..] ? (first, rows[^1]?.Id) : default((long?, long?)?);
            if (page > mostPages || (ends is not null && ends == previous))
            {
                yield return new SourceRead.Failed(new(SourceFaultKind.EndlessPaging, $"{options.Root} never ends its list of users (stopped at page {page}). Does a proxy drop the page number?"));
                yield break;
            }

            previous = ends;
            yield return new SourceRead.Page(Readable(rows), rows.Count, users.TotalCount) { Impossible = rows.Count(row => row is { Id: >= 1, Reputation: < 0 or > Standing.HighestScore }) };
            if (rows.Count == 0 || page >= (users.TotalPages ?? (rows.Count < PageSize ? page : long.MaxValue))) yield break;
        }
    }

    public async Task<SourceAnswer<Standing>> ReadOneAsync(long number, CancellationToken token)
    {
        var answer = await _client.GetAsync($"users/{number.ToString(CultureInfo.InvariantCulture)}", StackOverflowJson.Default.UserPayload, token);
        if (!answer.TryGet(out var user, out var fault)) return fault;
        return Read(user) is { } standing ? standing : new SourceFault(SourceFaultKind.Malformed, $"{options.Root} answers for person {number} without id or reputation.");
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
        ? new Standing(new PersonId(name, row.Id.Value), Bounded(row.Name), row.Reputation.Value, Address(row.WebUrl), Address(row.AvatarUrl))
        : null;

    // No card shows a longer one, and the snapshot need not carry it.
    private static string? Address(string? text) => text is { Length: <= LongestAddress } ? text : null;

    private static string Bounded(string? text) => text switch
    {
        null => "",
        { Length: <= LongestName } => text,
        _ => text[..(char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName)],
    };
}
