using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Hosting;
using ChatFlairBot.Sources.Starmind;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>
/// A Starmind network on this machine's loopback, strict by its documentation (https://docs.starmind.com/api/v1): an unknown path, a
/// parameter that the method does not have, a token elsewhere than in the header, or one of the deanonymising switches are refused.
/// </summary>
internal sealed class FakeStarmind : IFakeSite
{
    public const string Token = "starmind-s3cr3t-marker";

    private const string Root = "/api/v1";

    private static readonly string[] ListParameters = ["limit", "offset", "sort", "query", "filter", "include", "role", "terms_version_not_accepted"];

    private readonly Dictionary<long, StarmindPerson> _people;
    private readonly Dictionary<string, RequestDelegate> _on = new(StringComparer.Ordinal);
    private readonly Queue<RequestDelegate> _script = new();
    private readonly WebApplication _site;
    private RequestDelegate? _always;

    private FakeStarmind(IEnumerable<StarmindPerson> people)
    {
        _people = people.ToDictionary(one => one.Id);
        _site = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
        _site.Run(HandleAsync);
    }

    public List<string> Requests { get; } = [];

    public IHeaderDictionary LastHeaders { get; private set; } = new HeaderDictionary();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The network's settings, as an administrator set them.</summary>
    public (bool Game, bool Shown, bool Agreement) Settings { get; set; } = (true, true, false);

    /// <summary>The largest page that it gives, whatever is asked for.</summary>
    public int LargestPage { get; set; } = 100;

    public bool HasKnowHow { get; set; } = true;

    public bool HasExpertise { get; set; } = true;

    /// <summary>Of the token's user.</summary>
    public IReadOnlyList<string> Roles { get; set; } = ["user", "api_user", "user_statistics_admin"];

    IReadOnlyList<string> IFakeSite.Requests => Requests;

    public StarmindPerson Person(long id) => _people[id];

    public void Add(StarmindPerson person) => _people.Add(person.Id, person);

    public static async Task<FakeStarmind> StartAsync(params StarmindPerson[] people)
    {
        var fake = new FakeStarmind(people);
        await fake._site.StartAsync();
        fake.Address = new Uri(new Uri(fake._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Root);
        return fake;
    }

    public static Task<FakeStarmind> StartAsync(int people) =>
        StartAsync([.. Enumerable.Range(1, people).Select(id => new StarmindPerson(id, $"Person{id}", "Starmind", id * 7) { Level = 1 + (id % 5), Department = "Data" })]);

    public void Next(RequestDelegate answer) => _script.Enqueue(answer);

    /// <remarks>Scores and settings stay the network's own: <see cref="On"/> is for them.</remarks>
    public void Always(RequestDelegate? answer) => _always = answer;

    /// <summary>From now on one path is answered so; null for the network's own answer again.</summary>
    /// <param name="path">Such as <c>users/scores</c>.</param>
    /// <param name="answer">What is answered.</param>
    public void On(string path, RequestDelegate? answer)
    {
        if (answer is null) _on.Remove(path);
        else _on[path] = answer;
    }

    public IReputationSource Source(TimeProvider time) => Source(time, new StarmindOptions());

    public IReputationSource Source(TimeProvider time, StarmindOptions options)
    {
        var kinds = new List<SourceKind>();
        kinds.AddStarmind();
        options.BaseUrl = Address;
        options.Token ??= Token;
        options.Title = "Acme Starmind";
        return kinds[0].Create("minds", options, time);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        lock (Requests)
        {
            Requests.Add(context.Request.Path + context.Request.QueryString);
            LastHeaders = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase));
        }

        var path = context.Request.Path.Value![1..].Replace(Root[1..] + "/", "", StringComparison.Ordinal);
        var isOfPeople = !path.StartsWith("settings/", StringComparison.Ordinal) && path != "users/scores";
        if (_on.TryGetValue(path, out var own)) await own(context);
        else if (isOfPeople && _script.TryDequeue(out var scripted)) await scripted(context);
        else if (isOfPeople && _always is not null) await _always(context);
        else await AnswerAsync(context, path.Split('/'));
    }

    private Task AnswerAsync(HttpContext context, string[] path)
    {
        var query = context.Request.Query;
        if (context.Request.Headers.Authorization != $"Bearer {Token}") return RefuseAsync(context, 401, "Unauthorized");
        if (context.Request.Method != "GET" || !context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal)) return RefuseAsync(context, 404, "Not found");
        if (query.Keys.Except(Parameters(path)).Any()) return RefuseAsync(context, 400, "Unknown parameter");
        return path switch
        {
            ["users"] => ListAsync(context),
            ["users", "scores"] when !Settings.Game => RefuseAsync(context, 403, "The user score feature is not enabled."),
            ["users", "scores"] => SendAsync(context, new JsonArray([.. _people.Values.Where(one => !one.IsDeleted).OrderBy(one => one.Email, StringComparer.Ordinal).Select(Score)])),
            ["users", "me"] => SendAsync(context, Row(new StarmindPerson(999_999, "Flair", "Bot", 0) { IsTechnical = true }, Roles)),
            ["users", var id] => OneAsync(context, id, person => Row(person)),
            ["users", var id, "tag-labels", "know-how"] when HasKnowHow => OneAsync(context, id, KnowHow),
            ["users", var id, "expertise"] when HasExpertise => OneAsync(context, id, _ => JsonNode.Parse(File.ReadAllText(Fixture("starmind-expertise.json")))!),
            ["users", _, "tag-labels", "know-how"] or ["users", _, "expertise"] => RefuseAsync(context, 410, "Gone"),
            ["settings", "user-score"] => SendAsync(context, new JsonObject { ["enabled"] = Settings.Game, ["frontend_enabled"] = Settings.Shown, ["start_date"] = "2021-01-01T00:00:00.000Z" }),
            ["settings", "gdpr"] => SendAsync(context, new JsonObject { ["agreement_enabled"] = Settings.Agreement, ["email_contact"] = "privacy@example.com" }),
            _ => RefuseAsync(context, 404, "Not found"),
        };
    }

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Sources", "Starmind", "Fixtures", name);

    private static string[] Parameters(string[] path) => path switch
    {
        ["users"] => ListParameters,
        [.., "expertise"] => ["limit"],
        _ => [],
    };

    private Task ListAsync(HttpContext context)
    {
        var (limit, offset) = (Number(context, "limit", 25), Number(context, "offset", 0));
        if (limit < 1 || offset < 0 || context.Request.Query["sort"].FirstOrDefault() is not (null or "id.asc")) return RefuseAsync(context, 400, "Bad parameter");
        var listed = _people.Values.Where(one => one.IsListed).OrderBy(one => one.Id).ToList();
        var items = listed.Skip(offset).Take(Math.Min(limit, LargestPage)).Select(person => (JsonNode?)Row(person));
        return SendAsync(context, new JsonObject { ["total"] = listed.Count, ["_links"] = new JsonObject(), ["items"] = new JsonArray([.. items]) });
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        context.Request.Query[name].FirstOrDefault() is not { } text ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private Task OneAsync(HttpContext context, string id, Func<StarmindPerson, JsonNode> answer) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _people.TryGetValue(number, out var person)
            ? SendAsync(context, answer(person)) : RefuseAsync(context, 404, "No such user");

    private static JsonObject Score(StarmindPerson person) => new()
    {
        ["email"] = person.Email, ["user_id"] = person.Id, ["level"] = person.Points is null ? null : person.Level, ["points"] = person.Points, ["last_update"] = "2025-11-15T09:40:58.000Z",
    };

    private static JsonObject KnowHow(StarmindPerson person) => new()
    {
        ["tags"] = new JsonArray([.. person.KnowHow.Select(tag => (JsonNode?)new JsonObject { ["label"] = tag.Label, ["score"] = tag.Score, ["confirmed"] = tag.IsConfirmed })]),
        ["total"] = person.KnowHow.Count,
        ["user_defined"] = true,
    };

    private static JsonObject Row(StarmindPerson person, IReadOnlyList<string>? roles = null)
    {
        var row = new JsonObject
        {
            ["id"] = person.Id, ["is_deleted"] = person.IsDeleted, ["is_hidden"] = person.IsHidden, ["is_system"] = person.IsTechnical, ["is_technical_user"] = person.IsTechnical,
            ["language"] = "en", ["gender"] = "u", ["firstname"] = person.FirstName, ["lastname"] = person.LastName, ["email"] = person.Email, ["auth_type"] = "saml",
            ["location"] = "Lyon", ["about"] = "Somebody", ["country"] = "fr", ["department"] = person.Department, ["image"] = $"https://cdn.example.com/user/{person.Id}.jpg",
            ["first_seen"] = "2021-02-02T11:31:05.000Z", ["last_seen"] = "2025-11-14T15:02:00.000Z", ["customfields"] = new JsonObject(),
            ["score_level"] = person.Points is null ? null : person.Level, ["score_points"] = person.Points, ["unique_id"] = person.UniqueId,
        };
        if (roles is not null) row["roles"] = new JsonArray([.. roles.Select(role => (JsonNode?)role)]);
        return row;
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return SendAsync(context, new JsonObject { ["code"] = status, ["message"] = message });
    }

    private static Task SendAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
