using System.CommandLine;
using System.Globalization;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Site;

/// <summary><c>site</c>: the list of users of API v3 on this machine's loopback, as cheap to serve as can be.</summary>
internal static class SiteVerb
{
    public static Command Make()
    {
        var people = new Option<int>("--people") { Description = "How many people the site has.", DefaultValueFactory = _ => 10_000 };
        var verb = new Command("site", "Serve a site to poll: its port is the first line of output; it ends when its input does. POST /advance?percent=1 changes scores.") { people };
        verb.SetAction((parsed, token) => RunAsync(new SitePeople(parsed.GetValue(people)), token));
        return verb;
    }

    private static async Task<int> RunAsync(SitePeople people, CancellationToken token)
    {
        var pages = SitePages.Of(people);
        var before = pages;
        await using var site = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
        site.MapGet("/api/v3/users", (HttpContext context) => SendAsync(context, pages));
        site.MapPost("/advance", (double percent) =>
        {
            people.Advance(percent);
            (before, pages) = (pages, SitePages.Of(people));
        });
        // Back to how it was before, or on again: what a poll finds changed, without the work of writing pages beside it.
        site.MapPost("/turn", () => (before, pages) = (pages, before));
        await site.StartAsync(token);
        var address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await Console.Out.WriteLineAsync(new Uri(address).Port.ToString(CultureInfo.InvariantCulture));
        await Console.Out.WriteLineAsync($"{people.Count:N0} people, {(double)pages.PlainBytes / people.Count:N0} bytes of JSON each, {(double)pages.SentBytes / people.Count:N0} as sent.");

        await Console.In.ReadToEndAsync(token);
        await site.StopAsync(token);
        return 0;
    }

    private static Task SendAsync(HttpContext context, SitePages pages)
    {
        var query = context.Request.Query;
        if (query["pageSize"] != "100" || !int.TryParse(query["page"], CultureInfo.InvariantCulture, out var number) || pages.Find(number) is not { } page)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.ContentType = "application/json; charset=utf-8";
        headers.ContentEncoding = "gzip";
        headers.ContentLength = page.Length;
        headers["x-burst-throttle-calls-left"] = "49";
        headers["x-burst-throttle-seconds-until-full"] = "2";
        headers["x-token-bucket-calls-left"] = "4900";
        headers["x-token-bucket-seconds-until-next-refill"] = "60";
        return context.Response.Body.WriteAsync(page, 0, page.Length);
    }
}
