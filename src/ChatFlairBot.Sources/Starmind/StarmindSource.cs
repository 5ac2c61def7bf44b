using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>A Starmind network through its API v1: everybody's points and level in one request, names once a day.</summary>
internal sealed class StarmindSource : IReputationSource, ISourceProbe, IExpertiseSource, IDisposable
{
    /// <summary>The list comes whole; so many people at a time are passed on.</summary>
    private const int Portion = 1_000;

    private readonly StarmindOptions _options;
    private readonly StarmindClient _client;
    private readonly StarmindDirectory _directory;
    private readonly StarmindNetwork _network;
    private readonly StarmindExpertise _expertise;

    public StarmindSource(string name, StarmindOptions options, TimeProvider time)
    {
        Name = name;
        _options = options;
        _client = new StarmindClient(options, time);
        _directory = new StarmindDirectory(name, _client, time);
        _network = new StarmindNetwork(name, options, _client, time);
        _expertise = new StarmindExpertise(_client, time);
    }

    public string Name { get; }

    public string? Site => _options.Root.IsLoopback ? null : _options.Root.Host + _options.Root.AbsolutePath.TrimEnd('/');

    public string Title => _options.Title ?? Name;

    public async IAsyncEnumerable<SourceRead> ReadAllAsync([EnumeratorCancellation] CancellationToken token)
    {
        if ((await _directory.RefreshAsync(token) ?? await _network.RefreshAsync(token)) is { } unready)
        {
            yield return new SourceRead.Failed(unready);
            yield break;
        }

        var answer = await _client.GetAsync("users/scores", StarmindJson.Default.ListScorePayload, token);
        if (!answer.TryGet(out var rows, out var refusal))
        {
            yield return new SourceRead.Failed(await _network.ExplainAsync(refusal, token));
            yield break;
        }

        if (rows.Count > 0 && rows.All(row => row?.Points is null))
        {
            yield return new SourceRead.Failed(_network.NoPoints());
            yield break;
        }

        await _directory.AskForAsync(rows.Select(row => row?.UserId ?? 0).Where(id => id > 0 && _directory.Find(id) is null), token);
        if (rows.Count == 0) yield return new SourceRead.Page([], 0, null);
        foreach (var portion in rows.Chunk(Portion))
        {
            yield return new SourceRead.Page([.. portion.Select(Read).OfType<Standing>()], portion.Length, null)
            {
                Impossible = portion.Count(row => row is { UserId: > 0, Points: < 0 or > Standing.HighestScore }),
            };
        }
    }

    public async Task<SourceAnswer<Standing>> ReadOneAsync(long number, CancellationToken token)
    {
        var answer = await _directory.AskAsync(number, token);
        if (!answer.TryGet(out var user, out var fault)) return fault;
        return _directory.Of(user) is { } someone && StarmindStandings.With(someone, user.Points, user.Level) is { } standing ? standing : _client.Faults.Unreadable(number);
    }

    public async Task<SourceAnswer<string>> ProbeAsync(CancellationToken token)
    {
        var answer = await _client.GetAsync("users/me", StarmindJson.Default.UserPayload, token);
        return answer.TryGet(out var me, out var fault) ? $"answers; the token belongs to {StarmindSight.Owner(me)}" : fault;
    }

    public Task<SourceAnswer<SourceSight>> LookAsync(CancellationToken token) => new StarmindSight(_client, _network, _expertise).LookAsync(token);

    public Task<SourceAnswer<IReadOnlyList<string>>> ReadExpertiseAsync(long number, CancellationToken token) => _expertise.ReadAsync(number, token);

    public void Dispose() => _client.Dispose();

    // Whom nobody knows may be hidden or a machine: they are unknown until the directory has them, and never shown by their address.
    private Standing? Read(ScorePayload? row) =>
        row is { UserId: { } number } && _directory.Find(number) is { } someone ? StarmindStandings.With(someone, row.Points, row.Level) : null;
}
