using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.ResponseCompression;

namespace ChatFlairBot.Demo;

/// <summary>
/// A company's Stack Overflow as its documentation describes it, on this machine's loopback: the part of API v3 that reads users,
/// with the vendor's limits and its refusals of what the API does not take.
/// </summary>
internal sealed class SampleSite : IAsyncDisposable
{
    /// <summary>Good for this site only.</summary>
    public const string Token = "sample-token";

    private static readonly int[] PageSizes = [15, 30, 50, 100];

    private readonly WebApplication _site;
    private readonly SampleCompany _company;
    private readonly SampleThrottle _throttle;

    private SampleSite(SampleCompany company, TimeProvider time, Action<WebApplication>? before)
    {
        _company = company;
        _throttle = new SampleThrottle(time);
        var builder = BareWeb.At(new Uri("http://127.0.0.1:0"));
        builder.Services.AddResponseCompression(compression => compression.Providers.Add<GzipCompressionProvider>());
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SampleJson.Default));
        _site = builder.Build();
        before?.Invoke(_site);
        _site.UseResponseCompression();
        _site.MapGet("/avatars/{id:int}.svg", Avatar);
        var api = _site.MapGroup("/api/v3").AddEndpointFilter(AdmitAsync);
        api.MapGet("/users", List);
        api.MapGet("/users/me", (HttpContext context) => TypedResults.Json(Row(_company.Find(1)!), SampleJson.Default.SampleUser));
        api.MapGet("/users/{id:int}", One);
    }

    /// <summary>Requests that came with the right token.</summary>
    public int Requests => _throttle.Requests;

    /// <summary>Requests that the limits refused.</summary>
    public int Throttled => _throttle.Refused;

    /// <summary>The API's address.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <param name="company">Who works there.</param>
    /// <param name="time">The clock of its limits.</param>
    /// <param name="before">Sees every request first, for tests that script faults.</param>
    public static async Task<SampleSite> StartAsync(SampleCompany company, TimeProvider time, Action<WebApplication>? before = null)
    {
        var site = new SampleSite(company, time, before);
        await site._site.StartAsync();
        var listening = site._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        site.Address = new Uri(new Uri(listening), "/api/v3");
        return site;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        // Plain text, as the vendor sends it.
        if (request.Headers.Authorization != $"Bearer {Token}") return TypedResults.Text("Invalid access token", "text/plain", statusCode: StatusCodes.Status401Unauthorized);
        if (request.Headers.UserAgent.Count == 0) return Problem(HttpStatusCode.Forbidden, "Forbidden Action");
        return _throttle.Admit(context.HttpContext.Response.Headers) ? await next(context) : Problem(HttpStatusCode.TooManyRequests, "Too many requests");
    }

    private IResult List(HttpRequest request)
    {
        var asked = new Query(request.Query);
        if (asked.Refusal is { } refusal) return Problem(HttpStatusCode.BadRequest, refusal);
        var people = _company.People.OrderByDescending(person => person.Reputation).ThenBy(person => person.Id).ToList();
        if (asked.IsAscending) people.Reverse();
        var items = people.Skip((asked.Page - 1) * asked.PageSize).Take(asked.PageSize).Select(Row).ToList();
        var pages = (people.Count + asked.PageSize - 1) / asked.PageSize;
        return TypedResults.Json(
            new SampleUsers(people.Count, asked.PageSize, asked.Page, pages, "reputation", asked.IsAscending ? "asc" : "desc", items), SampleJson.Default.SampleUsers);
    }

    private IResult One(int id) => _company.Find(id) is { } person
        ? TypedResults.Json(Row(person), SampleJson.Default.SampleUser)
        : Problem(HttpStatusCode.NotFound, "User not found");

    private SampleUser Row(SamplePerson person) => new(
        person.Id, person.Id + 1_000, person.Name, new Uri(Address, $"/avatars/{person.Id}.svg").AbsoluteUri, null, person.Reputation, person.Role);

    // Two shapes in two colours that follow from the id: enough to tell people apart.
    private static ContentHttpResult Avatar(int id)
    {
        var hue = id * 47 % 360;
        var svg = string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="hsl({hue} 45% 82%)"/>
            <circle cx="32" cy="25" r="11" fill="hsl({hue} 50% 38%)"/><path d="M10 64a22 22 0 0 1 44 0z" fill="hsl({hue} 50% 38%)"/></svg>
            """);
        return TypedResults.Text(svg, "image/svg+xml");
    }

    private static JsonHttpResult<SampleProblem> Problem(HttpStatusCode status, string title) => TypedResults.Json(
        new SampleProblem($"/v3/errors/{(int)status}", title, (int)status), SampleJson.Default.SampleProblem, "application/json", (int)status);

    /// <summary>What a list was asked with; the API refuses every value that it does not document.</summary>
    private sealed class Query(IQueryCollection query)
    {
        public int Page => Number("page", 1);

        public int PageSize => Number("pageSize", 15);

        public bool IsAscending => query["order"] == "asc";

        public string? Refusal => this switch
        {
            { Page: < 1 } => "page is at least 1",
            _ when !PageSizes.Contains(PageSize) => "pageSize is 15, 30, 50 or 100",
            _ when query["sort"].FirstOrDefault() is not (null or "reputation") => "sort is reputation",
            _ when query["order"].FirstOrDefault() is not (null or "asc" or "desc") => "order is asc or desc",
            _ when query.Keys.Except(["page", "pageSize", "sort", "order"], StringComparer.OrdinalIgnoreCase).Any() => "unknown parameter",
            _ => null,
        };

        private int Number(string name, int otherwise) =>
            query[name].FirstOrDefault() is not { } text ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}

internal sealed record SampleUsers(int TotalCount, int PageSize, int Page, int TotalPages, string Sort, string Order, IReadOnlyList<SampleUser> Items);

internal sealed record SampleUser(int Id, int AccountId, string Name, string AvatarUrl, string? WebUrl, long Reputation, string Role);

internal sealed record SampleProblem(string Type, string Title, int Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SampleUsers))]
[JsonSerializable(typeof(SampleUser))]
[JsonSerializable(typeof(SampleProblem))]
internal sealed partial class SampleJson : JsonSerializerContext;
