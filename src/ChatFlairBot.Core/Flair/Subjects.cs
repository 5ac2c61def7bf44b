using System.Collections.Concurrent;
using System.Threading.Channels;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair;

/// <summary>
/// What people know, at sources that tell it of one person at a time. They are asked about whom a colleague asks about and about nobody else;
/// no answer waits for that, it shows what is known by then. Nothing of it is stored, and none of it is a milestone.
/// </summary>
public sealed class Subjects(IEnumerable<IReputationSource> sources, TimeProvider time)
{
    private const int MostWaiting = 50;
    private const int MostKept = 2_000;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IExpertiseSource> _sources =
        sources.Where(one => one is IExpertiseSource).ToDictionary(one => one.Name, one => (IExpertiseSource)one, StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<PersonId, Known> _known = new();

    // Who does not fit is asked about when a colleague asks again.
    private readonly Channel<PersonId> _wanted = Channel.CreateBounded<PersonId>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Adds what is known of them, and asks for it when that is nothing or a day old.</summary>
    public Standing With(Standing standing)
    {
        var person = standing.Person;
        if (standing.Honours.Expertise is not null || !_sources.ContainsKey(person.Source)) return standing;
        var isKnown = _known.TryGetValue(person, out var known);
        var now = time.GetUtcNow();
        if ((!isKnown || now >= known!.Until) && _wanted.Writer.TryWrite(person)) _known[person] = new(known?.Labels ?? [], now + AfterFault);
        return known is { Labels.Count: > 0 } ? standing with { Honours = standing.Honours with { Expertise = known.Labels } } : standing;
    }

    /// <summary>Asks, one person after another, for as long as the process runs.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        await foreach (var person in _wanted.Reader.ReadAllAsync(token))
        {
            var answer = await _sources[person.Source].ReadExpertiseAsync(person.Number, token);
            // A fault is tried again when somebody asks a little later.
            if (answer.Value is not { } labels) continue;
            if (_known.Count >= MostKept) _known.Clear();
            _known[person] = new(labels, time.GetUtcNow() + Day);
        }
    }

    private sealed record Known(IReadOnlyList<string> Labels, DateTimeOffset Until);
}
