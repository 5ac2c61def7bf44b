using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>
/// Every kind of platform at once, each strict by its documentation and with credentials of its own: Enterprise, a cloud team, Enterprise
/// with the badges of API v2.3, a team of the older kind, a public site, and Starmind. Alice is on the first, the third and the last.
/// </summary>
internal sealed class SixSources : IAsyncDisposable
{
    /// <summary>Stands in every token and key here, and may stand nowhere else.</summary>
    public const string Marker = "s3cr3t";

    public const string AlicesMail = "alice@example.com";

    private readonly ApiPerson[] _risers;

    private SixSources(ApiPerson[] risers) => _risers = risers;

    public FakeStackTeams Enterprise { get; private init; } = null!;

    public FakeStackTeams Cloud { get; private init; } = null!;

    public FakeStackTeams WithBadges { get; private init; } = null!;

    public FakeStackApi OlderTeam { get; private init; } = null!;

    public FakeStackApi Public { get; private init; } = null!;

    public FakeStarmind Minds { get; private init; } = null!;

    /// <summary>Everything that any of them was asked, as addresses.</summary>
    public IReadOnlyList<string> Requests =>
        [.. Enterprise.Requests, .. Cloud.Requests, .. WithBadges.Requests, .. OlderTeam.Requests, .. OlderTeam.FilterRequests, .. Public.Requests, .. Public.FilterRequests, .. Minds.Requests];

    /// <summary>The settings of all six.</summary>
    public IEnumerable<(string Key, string Value)> Settings =>
    [
        ("acme:Kind", "StackOverflow"), ("acme:Title", "Acme Stack"), ("acme:BaseUrl", Enterprise.Address.AbsoluteUri), ("acme:Token", "enterprise-s3cr3t-marker"), ("acme:Experts", "true"),
        ("cloud:Kind", "StackOverflow"), ("cloud:Title", "Acme Team"), ("cloud:BaseUrl", Cloud.Address.AbsoluteUri), ("cloud:Team", "acme-team"), ("cloud:Token", "cloud-s3cr3t-marker"),
        ("labs:Kind", "StackOverflow"), ("labs:Title", "Labs Stack"), ("labs:BaseUrl", WithBadges.Address.AbsoluteUri), ("labs:Token", "labs-s3cr3t-marker"),
        ("labs:BadgesFrom", WithBadges.BadgesAddress.AbsoluteUri), ("labs:Key", ApiRules.Key),
        ("older:Kind", "StackExchange"), ("older:Title", "Old Team"), ("older:BaseUrl", OlderTeam.Address.AbsoluteUri), ("older:Site", "stackoverflow"), ("older:Team", "stackoverflow.com/c/acme"), ("older:Token", ApiRules.Token),
        ("cooking:Kind", "StackExchange"), ("cooking:Title", "Seasoned Advice"), ("cooking:BaseUrl", Public.Address.AbsoluteUri), ("cooking:Site", "cooking"), ("cooking:MinimumScore", "500"),
        ("minds:Kind", "Starmind"), ("minds:Title", "Acme Starmind"), ("minds:BaseUrl", Minds.Address.AbsoluteUri), ("minds:Token", FakeStarmind.Token),
    ];

    public static async Task<SixSources> StartAsync(TimeProvider time)
    {
        ApiPerson[] risers = [.. Enumerable.Range(0, 5).Select(_ => new ApiPerson(2, "Bo Okafor", 990))];
        List<ApiPerson> acme = [new(1, "Alice Archer", 4_000) { Email = AlicesMail }, risers[0]];
        List<ApiPerson> labs = [new(11, "Alice Archer", 700) { Email = AlicesMail, Gold = 1, Silver = 2 }, risers[2]];
        var main = new TeamRules(time) { Token = "enterprise-s3cr3t-marker", IsAdmin = true, People = acme };
        main.Tags.Add((5, "kubernetes", [1], []));
        return new SixSources(risers)
        {
            Enterprise = await FakeStackTeams.StartAsync(new() { [""] = main }),
            Cloud = await FakeStackTeams.StartAsync(new() { ["acme-team"] = new(time) { Token = "cloud-s3cr3t-marker", People = [risers[1]] } }),
            WithBadges = await FakeStackTeams.StartAsync(
                new() { [""] = new(time) { Token = "labs-s3cr3t-marker", IsAdmin = true, People = labs } }, new ApiRules(time) { NeedsKey = true, People = labs }),
            OlderTeam = await FakeStackApi.StartAsync(new ApiRules(time) { NeedsToken = true, People = [risers[3]], Scope = new() { ["site"] = "stackoverflow", ["team"] = "stackoverflow.com/c/acme" } }),
            Public = await FakeStackApi.StartAsync(new ApiRules(time) { People = [risers[4], new(7, "Too Low To Matter", 20)], Scope = new() { ["site"] = "cooking" } }),
            Minds = await FakeStarmind.StartAsync(new StarmindPerson(21, "Alice", "Archer", 620) { Level = 4, Email = AlicesMail }, new StarmindPerson(2, "Bo", "Okafor", 85)),
        };
    }

    /// <summary>Somebody reaches something on each of them.</summary>
    public void Rise()
    {
        foreach (var one in _risers) one.Reputation = 1_010;
        Minds.Person(2).Points = 105;
        Minds.Person(2).Level = 2;
    }

    public async ValueTask DisposeAsync()
    {
        await Enterprise.DisposeAsync();
        await Cloud.DisposeAsync();
        await WithBadges.DisposeAsync();
        await OlderTeam.DisposeAsync();
        await Public.DisposeAsync();
        await Minds.DisposeAsync();
    }
}
