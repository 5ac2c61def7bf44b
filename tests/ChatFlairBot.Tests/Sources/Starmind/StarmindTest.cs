using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Sources.Starmind;

/// <summary>Reads a fake network and scripts its answers.</summary>
public abstract class StarmindTest
{
    private protected ManualClock Clock { get; } = new();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static async Task<List<Standing>> PeopleAsync(IReputationSource source)
    {
        var reads = await source.ReadAllAsync(Token).ToListAsync(Token);
        Assert.DoesNotContain(reads, read => read is SourceRead.Failed);
        return [.. reads.Cast<SourceRead.Page>().SelectMany(page => page.Standings)];
    }

    private protected static async Task<SourceFault?> FaultAsync(IReputationSource source) =>
        (await source.ReadAllAsync(Token).ToListAsync(Token)).OfType<SourceRead.Failed>().SingleOrDefault()?.Fault;

    private protected static RequestDelegate Json(string body) => context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    };

    private protected static RequestDelegate File(string path) => Json(System.IO.File.ReadAllText(path));

    // The shape of refusals is not documented, so it must not matter.
    private protected static RequestDelegate Status(int status)
    {
        var body = File(FakeStarmind.Fixture("starmind-error.json"));
        return context =>
        {
            context.Response.StatusCode = status;
            return body(context);
        };
    }
}
