using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Benchmarks.Flood;

/// <summary>A source in memory: first nobody has anything, then some pass 500 and some 1,000.</summary>
internal sealed class RisingPeople(string name, int to500, int to1000) : IReputationSource
{
    public string Name => name;

    public string Title => "Benchmark";

    public string? Site => null;

    public bool HasRisen { get; set; }

    public async IAsyncEnumerable<SourceRead> ReadAllAsync([EnumeratorCancellation] CancellationToken token)
    {
        await Task.Yield();
        var people = Enumerable.Range(1, to500 + to1000).Select(id => new Standing(new PersonId(name, id), $"Person {id}", !HasRisen ? 50 : id <= to1000 ? 1_010 : 510, null, null)).ToList();
        yield return new SourceRead.Page(people, people.Count, people.Count);
    }

    public Task<SourceAnswer<Standing>> ReadOneAsync(long number, CancellationToken token) => Task.FromResult<SourceAnswer<Standing>>(new SourceFault(SourceFaultKind.UnknownPerson, "Nobody asks."));

    public Task<SourceAnswer<string>> ProbeAsync(CancellationToken token) => Task.FromResult<SourceAnswer<string>>("answers");
}
