using System.Globalization;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Contracts;

/// <summary>What every source owes, against a site that answers as its vendor does. It never names a vendor.</summary>
public abstract partial class ReputationSourceContract : IAsyncLifetime
{
    private IFakeSite? _site;

    /// <summary>What must never be seen anywhere but in a header.</summary>
    protected abstract string Secret { get; }

    /// <summary>How many of a page's hundred people are passed on when the page after it is refused.</summary>
    private protected virtual int PeopleBeforeAFault => 100;

    /// <summary>What a site of 250 says of its size.</summary>
    private protected virtual long? StatedTotal => 250;

    /// <summary>Waits of less than the patience with one request cost no time.</summary>
    private protected ManualClock Clock { get; } = new() { SkipWaitsUpTo = TimeSpan.FromSeconds(59) };

    private protected IFakeSite Site => _site!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartOverAsync(250);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task All_pages_are_walked_and_everybody_comes_once()
    {
        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Equal(250, people.Count);
        Assert.Equal(250, people.DistinctBy(one => one.Person).Count());
        Assert.All(people, one => Assert.True(one is { Name.Length: > 0, Score: > 0, Person.Number: > 0 }));
    }

    [Fact]
    public async Task The_platforms_total_is_passed_on_with_every_page_and_the_rows_add_up_to_it()
    {
        var source = Site.Source(Clock);
        using var owned = source as IDisposable;
        var pages = (await source.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>().ToList();

        Assert.Equal(250, pages.Sum(page => page.Rows));
        Assert.All(pages, page => Assert.Equal(StatedTotal, page.StatedTotal));
    }

    [Fact]
    public async Task Ids_are_stable_and_carry_the_sources_name()
    {
        var name = Site.Source(Clock).Name;
        var first = (await ReadAsync()).People.Select(one => one.Person).ToHashSet();
        var second = (await ReadAsync()).People.Select(one => one.Person).ToHashSet();

        Assert.True(first.SetEquals(second));
        Assert.All(first, person => Assert.Equal(name, person.Source));
    }

    [Fact]
    public async Task An_empty_site_is_no_fault()
    {
        await StartOverAsync(0);

        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Empty(people);
    }

    [Fact]
    public async Task One_person_is_read_with_the_same_words_and_score_as_in_the_list()
    {
        var listed = (await ReadAsync()).People[42];

        var answer = await AskAsync(source => source.ReadOneAsync(listed.Person.Number, Token));

        Assert.Null(answer.Fault);
        Assert.Equal((listed.Person, listed.Name, listed.Score, listed.WordsFingerprint), (answer.Value!.Person, answer.Value.Name, answer.Value.Score, answer.Value.WordsFingerprint));
    }

    [Fact]
    public async Task Nobody_is_told_from_a_wrong_address()
    {
        Assert.Equal(SourceFaultKind.UnknownPerson, (await AskAsync(source => source.ReadOneAsync(987_654, Token))).Fault?.Kind);

        Site.Next(Status(404, "text/html", "<!doctype html><title>Not found</title>"));
        Assert.Equal(SourceFaultKind.WrongAddress, (await AskAsync(source => source.ReadOneAsync(1, Token))).Fault?.Kind);
    }

    [Fact]
    public async Task Good_credentials_are_told_with_one_request()
    {
        var answer = await AskAsync(source => source.ProbeAsync(Token));

        Assert.Null(answer.Fault);
        Assert.NotEmpty(answer.Value!);
        Assert.Single(Site.Requests);
    }

    [Theory]
    [InlineData(401, "text/plain", "Invalid access token", SourceFaultKind.Unauthorized)]
    [InlineData(401, "application/json", "{}", SourceFaultKind.Unauthorized)]
    [InlineData(403, "application/json", """{"title":"Forbidden Action","status":403}""", SourceFaultKind.Forbidden)]
    [InlineData(404, "text/html", "<!doctype html><title>Not found</title>", SourceFaultKind.WrongAddress)]
    [InlineData(400, "application/json", """{"errors":{}}""", SourceFaultKind.Malformed)]
    [InlineData(500, "application/json", """{"status":500}""", SourceFaultKind.Unavailable)]
    [InlineData(500, "text/html", "<!doctype html><title>Oops</title>", SourceFaultKind.Unavailable)]
    public async Task A_refusal_is_a_fault_that_is_not_asked_for_again(int status, string type, string body, SourceFaultKind expected)
    {
        Site.Always(Status(status, type, body));

        Assert.Equal(expected, (await ReadAsync()).Fault?.Kind);
        Assert.Single(Site.Requests);
        Assert.Equal(expected, (await AskAsync(source => source.ProbeAsync(Token))).Fault?.Kind);
        Assert.Equal(2, Site.Requests.Count);
    }

    [Fact]
    public async Task A_fault_in_the_middle_ends_the_reading_after_the_pages_that_came()
    {
        var isFirst = true;
        Site.Always(context =>
        {
            var body = isFirst ? Status(200, "application/json", Page(1, 100, pages: 3)) : Status(403, "application/json", "{}");
            isFirst = false;
            return body(context);
        });

        var (people, fault) = await ReadAsync();

        Assert.Equal((PeopleBeforeAFault, SourceFaultKind.Forbidden), (people.Count, fault?.Kind));
    }

    [Fact]
    public async Task The_same_page_for_ever_is_noticed()
    {
        Site.Always(Status(200, "application/json", Page(1, 100, pages: 5_000)));

        Assert.Equal(SourceFaultKind.EndlessPaging, (await ReadAsync()).Fault?.Kind);
        Assert.InRange(Site.Requests.Count, 2, 5);
    }

    [Fact]
    public async Task The_same_single_person_for_ever_is_noticed()
    {
        Site.Always(Status(200, "application/json", Page(7, 1, pages: 1_000)));

        Assert.Equal(SourceFaultKind.EndlessPaging, (await ReadAsync()).Fault?.Kind);
        Assert.InRange(Site.Requests.Count, 2, 5);
    }

    [Fact]
    public async Task A_list_that_grows_as_fast_as_it_is_read_is_noticed()
    {
        var page = 0;
        Site.Always(context => Status(200, "application/json", Page((++page * 100) + 1, 100, pages: page + 1))(context));

        Assert.Equal(SourceFaultKind.EndlessPaging, (await ReadAsync()).Fault?.Kind);
        Assert.InRange(Site.Requests.Count, 2, 100);
    }

    [Fact]
    public async Task A_cancelled_reading_throws_and_asks_no_further()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Site.Always(async context =>
        {
            await stop.CancelAsync();
            await Aborted(context);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadUntilAsync(stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadUntilAsync(stop.Token));

        Assert.Single(Site.Requests);
    }

    /// <summary>A page of the vendor's with people of consecutive ids, which says that there are so many pages.</summary>
    private protected abstract string Page(int firstId, int people, int pages);

    private protected abstract Task<IFakeSite> StartAsync(ManualClock clock, int people);

    private protected static RequestDelegate Status(int status, string? type, string body, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return context.Response.WriteAsync(body, context.RequestAborted);
    };

    private protected async ValueTask StartOverAsync(int people) => await ReplaceAsync(await StartAsync(Clock, people));

    private protected async ValueTask ReplaceAsync(IFakeSite site)
    {
        if (_site is not null) await _site.DisposeAsync();
        _site = site;
    }

    // A wait that the standing clock never ends has to fail a test instead of holding it for ever.
    private protected Task<(IReadOnlyList<Standing> People, SourceFault? Fault)> ReadAsync() =>
        ReadUntilAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Token);

    private protected async Task<SourceAnswer<T>> AskAsync<T>(Func<IReputationSource, Task<SourceAnswer<T>>> question)
        where T : class
    {
        var source = Site.Source(Clock);
        using var owned = source as IDisposable;
        var answer = await question(source);
        Assert.DoesNotContain(Secret, string.Create(CultureInfo.InvariantCulture, $"{answer.Value} {answer.Fault}"), StringComparison.Ordinal);
        return answer;
    }

    private static Task Aborted(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    }

    private async Task<(IReadOnlyList<Standing> People, SourceFault? Fault)> ReadUntilAsync(CancellationToken token)
    {
        var source = Site.Source(Clock);
        using var owned = source as IDisposable;
        var reads = await source.ReadAllAsync(token).ToListAsync(token);

        var fault = reads.OfType<SourceRead.Failed>().SingleOrDefault()?.Fault;
        Assert.True(fault is null || reads[^1] is SourceRead.Failed, "A fault is the last that is read.");
        Assert.DoesNotContain(Secret, $"{fault}", StringComparison.Ordinal);
        Assert.All(Site.Requests, request => Assert.DoesNotContain(Secret, request, StringComparison.Ordinal));
        return ([.. reads.OfType<SourceRead.Page>().SelectMany(page => page.Standings)], fault);
    }
}
