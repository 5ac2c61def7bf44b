using System.Text.Json;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Contracts;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackExchange;

public sealed partial class StackExchangeSourceTests : ReputationSourceContract
{
    protected override string Secret => ApiRules.Key;

    private FakeStackApi Fake => (FakeStackApi)Site;

    [Fact]
    public async Task A_documented_page_is_read_with_names_decoded_once_and_the_Community_left_out()
    {
        Site.Always(Status(200, "application/json", Fixture("se-v23-users.json")));

        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Equal(
            [
                (417, "Noor Haddad", 7_103, "https://stack.example.com/users/417/noor-haddad", "https://avatars.example.com/u/417?s=256"),
                (88, "Mo <Ops> O'Brien & Co", 499L, "https://stack.example.com/users/88/mo-ops-obrien-co", (string?)"https://avatars.example.com/u/88?s=256"),
            ],
            people.Select(one => (one.Person.Number, one.Name, one.Score, one.Link, one.Avatar)));
        Assert.Equal([(2, 12, 41), (0, 1, 9)], people.Select(one => (Held(one, BadgeRank.Gold), Held(one, BadgeRank.Silver), Held(one, BadgeRank.Bronze))));
    }

    [Fact]
    public async Task A_name_that_looks_encoded_after_decoding_stays_so()
    {
        await StartAsync(new ApiPerson(1, "&lt;b&gt; &amp;amp;", 10));

        Assert.Equal("&lt;b&gt; &amp;amp;", Assert.Single((await ReadAsync()).People).Name);
    }

    [Theory]
    [InlineData(400, SourceFaultKind.Malformed, "Site and Team")]
    [InlineData(401, SourceFaultKind.Unauthorized, "access_token_required")]
    [InlineData(402, SourceFaultKind.Unauthorized, "invalid_access_token")]
    [InlineData(403, SourceFaultKind.Forbidden, "access_denied")]
    [InlineData(404, SourceFaultKind.WrongAddress, "no_method")]
    [InlineData(405, SourceFaultKind.Unauthorized, "Key")]
    [InlineData(406, SourceFaultKind.Unauthorized, "revoked")]
    [InlineData(500, SourceFaultKind.Unavailable, "next poll")]
    [InlineData(503, SourceFaultKind.Unavailable, "next poll")]
    [InlineData(999, SourceFaultKind.Malformed, "999")]
    public async Task Each_documented_error_says_what_to_do_and_never_repeats_the_vendors_words(int error, SourceFaultKind kind, string word)
    {
        Site.Always(Status(400, "application/json", JsonSerializer.Serialize(new { error_id = error, error_message = "words about Noor Haddad", error_name = "x" })));

        var fault = (await ReadAsync()).Fault;

        Assert.Equal(kind, fault?.Kind);
        Assert.Contains(word, fault?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor", fault?.Message, StringComparison.Ordinal);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task An_error_that_comes_as_200_is_an_error()
    {
        Site.Always(Status(200, "application/json", """{"error_id":402,"error_message":"x","error_name":"invalid_access_token"}"""));

        Assert.Equal(SourceFaultKind.Unauthorized, (await ReadAsync()).Fault?.Kind);
    }

    [Fact]
    public async Task Everybody_is_asked_for_in_pages_of_a_hundred_highest_first_with_a_total()
    {
        await ReadAsync();

        Assert.Equal(
            Enumerable.Range(1, 3).Select(page => $"/2.3/users?page={page}&pagesize=100&order=desc&sort=reputation&filter={Uri.EscapeDataString(ApiRules.Filter)}&site=cooking"), Site.Requests);
    }

    [Fact]
    public async Task Where_no_filters_can_be_made_the_list_is_read_without_a_total()
    {
        Fake.Rules.HasFilters = false;

        var source = Fake.Source(Clock);
        using var owned = source as IDisposable;
        var pages = (await source.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>().ToList();

        Assert.Equal((250, true), (pages.Sum(page => page.Rows), pages.TrueForAll(page => page.StatedTotal is null)));
    }

    [Fact]
    public async Task With_a_minimum_only_those_above_it_are_asked_for_and_the_total_is_theirs()
    {
        await StartOverAsync(5_000);
        var above = Fake.Rules.People.Count(one => one.Reputation >= 9_000);
        var source = Fake.Source(Clock, options => options.MinimumScore = 9_000);
        using var owned = source as IDisposable;

        var pages = (await source.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>().ToList();

        Assert.Equal((above, above), (pages.Sum(page => page.Rows), pages[0].StatedTotal));
        Assert.All(pages.SelectMany(page => page.Standings), one => Assert.True(one.Score >= 9_000));
        Assert.Equal((above + 99) / 100, Site.Requests.Count);
        Assert.All(Site.Requests, request => Assert.Contains("&min=9000&", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_that_are_compressed_without_saying_so_are_read()
    {
        Fake.HidesCompression = true;

        Assert.Equal(250, (await ReadAsync()).People.Count);
    }

    [Fact]
    public async Task Key_and_token_travel_in_headers_and_nothing_needs_either()
    {
        var bare = Fake.Source(Clock, options => options.Key = null);
        using var alsoOwned = bare as IDisposable;
        Assert.Equal(250, (await bare.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>().Sum(page => page.Standings.Count));
        Assert.DoesNotContain("X-API-Key", Site.LastHeaders.Keys);
        Assert.DoesNotContain("X-API-Access-Token", Site.LastHeaders.Keys);

        var source = Fake.Source(Clock, options => (options.Key, options.Token) = (ApiRules.Key, ApiRules.Token));
        using var owned = source as IDisposable;
        await source.ReadAllAsync(Token).ToListAsync(Token);

        Assert.Equal((ApiRules.Key, ApiRules.Token), (Site.LastHeaders["X-API-Key"].ToString(), Site.LastHeaders["X-API-Access-Token"].ToString()));
        Assert.All(Site.Requests.Concat(Fake.FilterRequests), request => Assert.DoesNotContain("s3cr3t", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_team_of_the_older_kind_is_asked_with_both_names_encoded_and_the_token_in_a_header()
    {
        await StartAsync(new ApiRules(Clock)
        {
            People = ApiPerson.Crowd(150), NeedsToken = true, Scope = new() { ["site"] = "stackoverflow", ["team"] = "stackoverflow.com/c/acme" },
        });
        var source = Team(ApiRules.Token);
        using var owned = source as IDisposable;

        Assert.Equal(150, (await source.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>().Sum(page => page.Standings.Count));
        Assert.Null((await source.ReadOneAsync(1, Token)).Fault);
        Assert.Contains("the token belongs to Person 1", (await source.ProbeAsync(Token)).Value, StringComparison.Ordinal);

        Assert.All(Site.Requests, request => Assert.EndsWith("site=stackoverflow&team=stackoverflow.com%2Fc%2Facme", request, StringComparison.Ordinal));
        Assert.Equal(["badges/recipients", "me", "users", "users/1"], Site.Requests.Select(request => request["/2.3/".Length..].Split('?')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.False(Fake.Rules.IsTokenRevoked);
    }

    [Fact]
    public async Task A_team_without_the_right_token_is_explained()
    {
        await StartAsync(new ApiRules(Clock) { NeedsToken = true, Scope = new() { ["site"] = "stackoverflow", ["team"] = "stackoverflow.com/c/acme" } });
        var source = Team("s3cr3t-of-somebody-else");
        using var owned = source as IDisposable;

        var fault = (await source.ProbeAsync(Token)).Fault;

        Assert.Equal(SourceFaultKind.Unauthorized, fault?.Kind);
        Assert.Contains("Check Token and Team", fault?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", $"{fault}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"user_id":8,"display_name":"No reputation"}""")]
    [InlineData("""{"user_id":-1,"display_name":"Community","reputation":1}""")]
    [InlineData("""{"user_id":0,"display_name":"Nobody","reputation":1}""")]
    [InlineData("""{"user_id":{},"display_name":"An object","reputation":1}""")]
    [InlineData("""{"user_id":8,"display_name":"Too much","reputation":100000001}""")]
    [InlineData("null")]
    public async Task An_unreadable_row_is_passed_over_and_the_page_is_kept(string row)
    {
        var (people, fault) = await ReadRowsAsync(row, """{"user_id":9,"display_name":"Ada","reputation":10,"unheard_of":[{"a":1}],"user_type":"team_admin"}""");

        Assert.Null(fault);
        Assert.Equal((9, true), (Assert.Single(people).Person.Number, people[0].IsListed));
        Assert.Null(people[0].Honours.Badges);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"gold":1}""")]
    [InlineData("""{"gold":-1,"silver":0,"bronze":0}""")]
    [InlineData("""{"gold":"many","silver":0,"bronze":0}""")]
    public async Task Badge_counts_that_make_no_sense_are_not_said(string counts)
    {
        var (people, _) = await ReadRowsAsync($$"""{"user_id":9,"display_name":"Ada","reputation":10,"badge_counts":{{counts}}}""");

        Assert.Null(Assert.Single(people).Honours.Badges);
    }

    [Theory]
    [InlineData("cooking", null, "api.stackexchange.com/cooking")]
    [InlineData("stackoverflow", "stackoverflow.com/c/acme", "api.stackexchange.com/stackoverflow.com/c/acme")]
    public void A_site_is_known_by_its_name_or_team(string site, string? team, string expected)
    {
        var source = Fake.Source(Clock, options => (options.BaseUrl, options.Site, options.Team, options.Token) = (new("https://api.stackexchange.com/2.3"), site, team, "x"));
        using var owned = source as IDisposable;

        Assert.Equal(expected, source.Site);
    }

    [Fact]
    public async Task The_probe_says_what_is_left_of_the_day()
    {
        Assert.Equal("answers without a token; 9999 of 10000 requests are left today", (await AskAsync(source => source.ProbeAsync(Token))).Value);
    }

    private protected override async Task<IFakeSite> StartAsync(ManualClock clock, int people) =>
        await FakeStackApi.StartAsync(new ApiRules(clock) { People = ApiPerson.Crowd(people), Scope = new() { ["site"] = "cooking" } });

    private protected override string Page(int firstId, int people, int pages) => JsonSerializer.Serialize(new
    {
        total = people * pages,
        has_more = pages > 1,
        items = Enumerable.Range(firstId, people).Select(id => new { user_id = id, display_name = $"Person {id}", reputation = 10 }),
    });

    private static int Held(Standing one, BadgeRank rank) => one.Honours.Badges!.Count(badge => badge.Rank == rank);

    private IReputationSource Team(string token) => Fake.Source(
        Clock, options => (options.Site, options.Team, options.Token, options.BadgeNames) = ("stackoverflow", "stackoverflow.com/c/acme", token, true));

    private Task StartAsync(params ApiPerson[] people) => StartAsync(new ApiRules(Clock) { People = [.. people], Scope = new() { ["site"] = "cooking" } });

    private async Task StartAsync(ApiRules rules) => await ReplaceAsync(await FakeStackApi.StartAsync(rules));

    private Task<(IReadOnlyList<Standing> People, SourceFault? Fault)> ReadRowsAsync(params string[] rows)
    {
        Site.Always(Status(200, "application/json", $$"""{"items":[{{string.Join(',', rows)}}],"has_more":false,"quota_max":300,"quota_remaining":200}"""));
        return ReadAsync();
    }

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sources", "StackExchange", "Fixtures", name));
}
