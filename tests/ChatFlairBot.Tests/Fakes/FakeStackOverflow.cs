using ChatFlairBot.Core.Standings;
using ChatFlairBot.Demo;
using ChatFlairBot.Sources.StackOverflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>The sample site, which refuses what the vendor refuses, with answers that a test may script in its place.</summary>
internal sealed class FakeStackOverflow : IFakeSite
{
    private readonly Queue<RequestDelegate> _script = new();
    private RequestDelegate? _always;
    private Func<Task> _before = () => Task.CompletedTask;

    private FakeStackOverflow(SampleCompany company) => Company = company;

    public SampleCompany Company { get; }

    public SampleSite Site { get; private set; } = null!;

    /// <summary>Every request as it came: path with query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The headers of the last request.</summary>
    public IHeaderDictionary LastHeaders { get; private set; } = new HeaderDictionary();

    public static async Task<FakeStackOverflow> StartAsync(TimeProvider time, params SamplePerson[] people)
    {
        var fake = new FakeStackOverflow(new SampleCompany(people));
        fake.Site = await SampleSite.StartAsync(fake.Company, time, site => site.Use(fake.HandleAsync));
        return fake;
    }

    public static async Task<FakeStackOverflow> StartAsync(TimeProvider time, int people)
    {
        var fake = new FakeStackOverflow(new SampleCompany(people, seed: 1));
        fake.Site = await SampleSite.StartAsync(fake.Company, time, site => site.Use(fake.HandleAsync));
        return fake;
    }

    /// <summary>The next request is answered so; those after it as before.</summary>
    public void Next(RequestDelegate answer) => _script.Enqueue(answer);

    /// <summary>From now on this happens before each answer.</summary>
    public void Before(Func<Task> happens) => _before = happens;

    /// <summary>From now on every request is answered so; null for the site's own answers again.</summary>
    public void Always(RequestDelegate? answer) => _always = answer;

    /// <summary>A source that is pointed at this site.</summary>
    public IReputationSource Source(TimeProvider time, string name = "acme", string token = SampleSite.Token)
    {
        var kinds = new List<SourceKind>();
        kinds.AddStackOverflow();
        return kinds[0].Create(name, new StackOverflowOptions { BaseUrl = Site.Address, Token = token, Title = "Acme Stack" }, time);
    }

    IReadOnlyList<string> IFakeSite.Requests => Requests;

    IReputationSource IFakeSite.Source(TimeProvider time) => Source(time);

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        await _before();
        lock (Requests)
        {
            Requests.Add(context.Request.Path + context.Request.QueryString);
            LastHeaders = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase));
        }

        await (_script.TryDequeue(out var scripted) ? scripted(context) : (_always ?? next)(context));
    }
}
