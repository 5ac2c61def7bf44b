using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>A source in memory: it sends what a test puts into it, in pages, and breaks where it is told.</summary>
internal sealed class FakeSource(string name = "acme") : IReputationSource
{
    public string Name => name;

    public string? Site { get; set; }

    public string Title => "Acme Stack";

    /// <summary>The rows it sends; a person may be among them twice.</summary>
    public List<Standing> Rows { get; } = [];

    public int PageSize { get; set; } = 3;

    /// <summary>What it says it has in all; the number of its rows unless a test lies.</summary>
    public Func<long?>? StatedTotal { get; set; }

    /// <summary>The fault that ends the reading, after <see cref="PagesBeforeFault"/> pages.</summary>
    public SourceFault? Fault { get; set; }

    public int PagesBeforeFault { get; set; } = 1;

    /// <summary>Runs before each page is sent.</summary>
    public Action<int>? BeforePage { get; set; }

    /// <summary>Sets one person's row, replacing an earlier one.</summary>
    public FakeSource Set(long number, long score, string? called = null)
    {
        Rows.RemoveAll(row => row.Person.Number == number);
        Rows.Add(new Standing(new PersonId(name, number), called ?? $"Person {number}", score, $"https://stack.example.com/users/{number}", null));
        return this;
    }

    public async IAsyncEnumerable<SourceRead> ReadAllAsync([EnumeratorCancellation] CancellationToken token)
    {
        await Task.Yield();
        var pages = Rows.Chunk(PageSize).DefaultIfEmpty([]).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            if (Fault is not null && page == PagesBeforeFault) break;
            BeforePage?.Invoke(page);
            token.ThrowIfCancellationRequested();
            // As sources do: a number that nobody can have makes no standing.
            var possible = pages[page].Where(row => row.Score is >= 0 and <= Standing.HighestScore).ToList();
            yield return new SourceRead.Page(possible, pages[page].Length, StatedTotal is null ? Rows.Count : StatedTotal()) { Impossible = pages[page].Length - possible.Count };
        }

        if (Fault is not null) yield return new SourceRead.Failed(Fault);
    }

    public Task<SourceAnswer<Standing>> ReadOneAsync(long number, CancellationToken token) =>
        Task.FromResult<SourceAnswer<Standing>>(Rows.Find(row => row.Person.Number == number) is { } one ? one : new SourceFault(SourceFaultKind.UnknownPerson, "There is no such person."));

    public Task<SourceAnswer<string>> ProbeAsync(CancellationToken token) => Task.FromResult<SourceAnswer<string>>("answers");
}
