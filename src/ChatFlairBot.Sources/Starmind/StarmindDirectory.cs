using System.Globalization;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>
/// Who is who, read once a day: the scores come without names, and they do not tell whom the network hides. Whoever has points and is not in
/// the directory (new today, or missed while it shifted) is asked for alone, a few in a poll and each once a day.
/// </summary>
internal sealed class StarmindDirectory(string source, StarmindClient client, TimeProvider time)
{
    /// <summary>No largest limit is documented, so pages go on from what was received and not from what was asked for.</summary>
    private const int PageSize = 100;

    private const int MostAskedFor = 10;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly HashSet<long> _askedFor = [];
    private Dictionary<long, Standing> _people = [];
    private HashSet<string> _shared = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>Reads the directory if that was not done today.</summary>
    public async Task<SourceFault?> RefreshAsync(CancellationToken token)
    {
        if (time.GetUtcNow() - _readAt < Day && time.GetUtcNow() >= _readAt) return null;
        var people = new Dictionary<long, Standing>();
        var watch = new PageWatch();
        long offset = 0, pages = 0;
        for (var page = 1L; ; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"users?limit={PageSize}&offset={offset}&sort=id.asc");
            var answer = await client.GetAsync(path, StarmindJson.Default.UsersPayload, token);
            if (!answer.TryGet(out var users, out var fault)) return client.Faults.OfList(fault);
            if (users.Items is not { } rows) return client.Faults.NoList();
            if (page == 1 && rows.Count > 0) pages = ((users.Total ?? 0) + rows.Count - 1) / rows.Count;
            if (watch.IsEndless(page, users.Total is null ? null : pages, rows is [{ } first, ..] ? first.Id : null, rows is [.., { } last] ? last.Id : null)) return client.Faults.Endless(page);
            foreach (var row in rows)
            {
                if (row is not null && StarmindStandings.Of(source, row) is { } someone) people[someone.Person.Number] = someone;
            }

            offset += rows.Count;
            if (rows.Count == 0 || offset >= users.Total) return Take(people, offset, users.Total);
        }
    }

    /// <returns>Whoever has this number, without points; null while nobody knows.</returns>
    public Standing? Find(long number) => _people.GetValueOrDefault(number);

    /// <summary>Asks for some of those whom the directory does not have.</summary>
    /// <param name="unknown">People with points.</param>
    /// <param name="token">Ends the asking.</param>
    public async Task AskForAsync(IEnumerable<long> unknown, CancellationToken token)
    {
        foreach (var number in unknown.Where(one => !_askedFor.Contains(one)).Take(MostAskedFor).ToList())
        {
            _askedFor.Add(number);
            var answer = await AskAsync(number, token);
            if (answer.Fault is { Kind: not SourceFaultKind.UnknownPerson }) return;
            if (answer.Value is { } user && Of(user) is { } someone) _people[number] = someone;
        }
    }

    public Task<SourceAnswer<UserPayload>> AskAsync(long number, CancellationToken token) =>
        client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"users/{number}"), StarmindJson.Default.UserPayload, token);

    /// <summary>A row as the directory would hold it.</summary>
    public Standing? Of(UserPayload user) => StarmindStandings.Of(source, user) is { } someone ? Distinct(someone, _shared) : null;

    // A few may be missed while the list shifts; more is another list than announced.
    private SourceFault? Take(Dictionary<long, Standing> people, long rows, long? total)
    {
        if (total is { } announced && announced - rows > Math.Max(5, announced / 10))
        {
            return new(SourceFaultKind.Incomplete, $"{source} announced {total} people and sent {rows}. The last snapshot stands; the next poll tries again.");
        }

        _shared = people.Values.Select(one => one.Email?.Reveal()).OfType<string>().GroupBy(one => one, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _people = people.ToDictionary(one => one.Key, one => Distinct(one.Value, _shared));
        _askedFor.Clear();
        _readAt = time.GetUtcNow();
        return null;
    }

    // An address that several have is nobody's: where addresses are anonymised, it may be everybody's.
    private static Standing Distinct(Standing someone, HashSet<string> shared) =>
        someone.Email is { } email && shared.Contains(email.Reveal()) ? someone with { Email = null } : someone;
}
