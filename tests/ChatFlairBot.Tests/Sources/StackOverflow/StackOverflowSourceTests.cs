using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.Contracts;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackOverflow;

public sealed class StackOverflowSourceTests : ReputationSourceContract
{
    protected override string Secret => SampleSite.Token;

    private FakeStackOverflow Fake => (FakeStackOverflow)Site;

    [Fact]
    public async Task A_documented_page_is_read_with_raw_names_and_whatever_is_missing_left_out()
    {
        Site.Always(Status(200, "application/json", Fixture("so-v3-users-page.json")));

        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Equal(
            [
                new(new("acme", 417), "Noor Haddad", 7_103, "https://stack.example.com/users/417/noor-haddad", "https://avatars.example.com/u/417?s=256"),
                new(new("acme", 22), "Iker Zabala", 1_000, "https://stack.example.com/users/22/iker-zabala", "https://avatars.example.com/u/22?s=256"),
                new(new("acme", 88), "Mo <Ops> O'Brien & Co", 499, "https://stack.example.com/users/88/mo-ops-obrien-co", "https://avatars.example.com/u/88?s=256"),
                new(new("acme", 905), "Żaneta Wilk", 101, "https://stack.example.com/users/905/zaneta-wilk", "https://avatars.example.com/u/905?s=256"),
                new(new("acme", 1_301), "Petra Lind", 1, null, "https://avatars.example.com/u/1301?s=256"),
            ],
            people.Select(one => one with { ExternalId = null, Email = null, Groups = [] }));
        Assert.Equal(
            [("emp-00417", "Noor.Haddad@example.com"), ("emp-00022", "iker.zabala@example.com"), (null, "mo@example.com"), (null, null), (null, null)],
            people.Select(one => (one.ExternalId, one.Email?.Reveal())));
        Assert.Equal(["Platform Engineering", "Data", "", "", ""], people.Select(one => string.Join('|', one.Groups)));
        Assert.DoesNotContain("@example.com", string.Join(' ', people), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_documented_person_is_read()
    {
        Site.Next(Status(200, "application/json", Fixture("so-v3-user.json")));

        var answer = await AskAsync(source => source.ReadOneAsync(417, Token));

        Assert.Equal((417, "Noor Haddad", 7_103), (answer.Value?.Person.Number, answer.Value?.Name, answer.Value?.Score));
        Assert.Equal(["/api/v3/users/417"], Site.Requests);
    }

    [Fact]
    public async Task The_documented_refusals_are_told_apart()
    {
        Site.Next(Status(404, "application/json", Fixture("so-v3-error.json")));
        Assert.Equal(SourceFaultKind.UnknownPerson, (await AskAsync(source => source.ReadOneAsync(40_000, Token))).Fault?.Kind);

        Site.Next(Status(401, "text/plain", Fixture("so-v3-error-401.txt")));
        Assert.Equal(SourceFaultKind.Unauthorized, (await AskAsync(source => source.ProbeAsync(Token))).Fault?.Kind);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"id":0,"name":"Nobody","reputation":1}""")]
    [InlineData("""{"id":-1,"name":"Community","reputation":1}""")]
    [InlineData("""{"name":"No id","reputation":10}""")]
    [InlineData("""{"id":null,"name":"Null id","reputation":10}""")]
    [InlineData("""{"id":"eight","name":"Text for an id","reputation":10}""")]
    [InlineData("""{"id":8.5,"name":"Half an id","reputation":10}""")]
    [InlineData("""{"id":99999999999999999999,"name":"Too much of an id","reputation":10}""")]
    [InlineData("""{"id":{"a":[1]},"name":"An object for an id","reputation":10}""")]
    [InlineData("""{"id":8,"name":"No reputation"}""")]
    [InlineData("""{"id":8,"name":"Null reputation","reputation":null}""")]
    [InlineData("""{"id":8,"name":"Negative","reputation":-1}""")]
    [InlineData("""{"id":8,"name":"A list for reputation","reputation":[10]}""")]
    [InlineData("""{"id":8,"name":"More than anybody ever had","reputation":100000001}""")]
    public async Task An_unreadable_row_is_passed_over_and_the_page_is_kept(string row)
    {
        var (people, fault) = await ReadRowsAsync(row, """{"id":9,"name":"Ada","reputation":10}""");

        Assert.Null(fault);
        Assert.Equal(9, Assert.Single(people).Person.Number);
    }

    [Theory]
    [InlineData("""{"id":"9","name":"","reputation":"10"}""")]
    [InlineData("""{"id":9.0,"name":"","reputation":1e1}""")]
    [InlineData("""{"id":9,"name":"","reputation":10.0}""")]
    public async Task A_whole_number_may_be_spelt_oddly(string row)
    {
        var (people, fault) = await ReadRowsAsync(row);

        Assert.Null(fault);
        Assert.Equal(new Standing(new("acme", 9), "", 10, null, null), Assert.Single(people));
    }

    [Theory]
    [InlineData("""{"id":9,"reputation":10}""", "")]
    [InlineData("""{"id":9,"name":null,"reputation":10}""", "")]
    [InlineData("""{"id":9,"name":{"first":"Ada"},"reputation":10}""", "")]
    [InlineData("""{"id":9,"name":"\ud83d","reputation":10}""", "")]
    [InlineData("""{"id":9,"name":"Ada","webUrl":7,"avatarUrl":[],"role":{},"reputation":10,"unheardOf":{"a":[{}]}}""", "Ada")]
    public async Task Odd_words_do_not_cost_a_person(string row, string name)
    {
        var (people, fault) = await ReadRowsAsync(row);

        Assert.Null(fault);
        Assert.Equal(new Standing(new("acme", 9), name, 10, null, null), Assert.Single(people));
    }

    [Fact]
    public async Task A_name_of_any_length_is_cut_without_breaking_a_sign_in_two()
    {
        var even = string.Concat(Enumerable.Repeat("😀", 400));
        var rows = new[] { even, "x" + even, new string('y', 300) }.Select((name, index) => JsonSerializer.Serialize(new { id = index + 1, name, reputation = 5 }));

        var (people, _) = await ReadRowsAsync([.. rows]);

        Assert.Equal([300, 299, 300], people.Select(one => one.Name.Length));
        Assert.All(people, one => Assert.False(char.IsHighSurrogate(one.Name[^1])));
    }

    [Fact]
    public async Task Everybody_is_asked_for_in_pages_of_a_hundred_highest_first()
    {
        await ReadAsync();

        Assert.Equal(Enumerable.Range(1, 3).Select(page => $"/api/v3/users?page={page}&pageSize=100&sort=reputation&order=desc"), Site.Requests);
    }

    [Fact]
    public async Task Ten_thousand_people_cost_a_hundred_requests_of_which_none_is_refused()
    {
        await StartOverAsync(10_000);

        Assert.Equal(10_000, (await ReadAsync()).People.Count);
        Assert.Equal((100, 0), (Fake.Site.Requests, Fake.Site.Throttled));
    }

    [Fact]
    public async Task The_token_travels_in_a_header_with_the_bots_name_and_compression_is_welcome()
    {
        await ReadAsync();

        Assert.Equal($"Bearer {Secret}", Site.LastHeaders.Authorization);
        Assert.StartsWith("ChatFlairBot/", Site.LastHeaders.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Contains("gzip", Site.LastHeaders.AcceptEncoding.ToString(), StringComparison.Ordinal);
        Assert.Equal("application/json", Site.LastHeaders.Accept);
    }

    [Theory]
    [InlineData("x-burst-throttle-calls-left", "0", "x-burst-throttle-seconds-until-full", "2", 2)]
    [InlineData("x-burst-throttle-calls-left", "0", "x-burst-throttle-seconds-until-full", "0", 1)]
    [InlineData("x-burst-throttle-calls-left", "1", "x-burst-throttle-seconds-until-full", "2", 0)]
    [InlineData("x-burst-throttle-calls-left", "0", "x-burst-throttle-seconds-until-full", "soon", 0)]
    [InlineData("x-burst-throttle-calls-left", "0", "x-burst-throttle-seconds-until-full", "NaN", 0)]
    [InlineData("x-burst-throttle-calls-left", "0", "x-burst-throttle-seconds-until-full", "Infinity", 0)]
    [InlineData("x-token-bucket-calls-left", "5", "x-token-bucket-seconds-until-next-refill", "37", 37)]
    [InlineData("x-token-bucket-calls-left", "6", "x-token-bucket-seconds-until-next-refill", "37", 0)]
    [InlineData("x-token-bucket-calls-left", "4000", "x-token-bucket-seconds-until-next-refill", "37", 0)]
    [InlineData("x-token-bucket-calls-left", "none", "x-token-bucket-seconds-until-next-refill", "37", 0)]
    public async Task It_waits_before_it_is_refused(string left, string calls, string until, string seconds, int expected)
    {
        var asked = new List<DateTimeOffset>();
        Site.Always(context =>
        {
            asked.Add(Clock.GetUtcNow());
            return Status(200, "application/json", Page(asked.Count * 1_000, 100, pages: 2), (left, calls), (until, seconds))(context);
        });

        Assert.Null((await ReadAsync()).Fault);

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(expected)], asked.Select(at => at - ManualClock.Start));
    }

    [Theory]
    [InlineData("https://ACME.stackenterprise.co/api/v3/", null, "acme.stackenterprise.co/api/v3")]
    [InlineData("https://api.stackoverflowteams.com/v3", "alpha", "api.stackoverflowteams.com/v3/teams/alpha")]
    [InlineData("http://127.0.0.1:5081/api/v3", null, null)]
    public void A_site_is_known_by_its_address_and_team(string address, string? team, string? site)
    {
        var kinds = new List<SourceKind>();
        kinds.AddStackOverflow();
        Assert.Equal(site, kinds[0].Create("acme", new StackOverflowOptions { BaseUrl = new Uri(address), Team = team, Token = "token" }, Clock).Site);
    }

    [Fact]
    public async Task The_probe_says_whose_token_it_is()
    {
        Assert.Equal("answers; the token belongs to Ada Lindqvist (Moderator)", (await AskAsync(source => source.ProbeAsync(Token))).Value);
        Assert.Equal(["/api/v3/users/me"], Site.Requests);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_without_being_quoted()
    {
        const string Wrong = "s3cr3t-of-somebody-else";
        var source = Fake.Source(Clock, token: Wrong);
        using var owned = source as IDisposable;

        var fault = (await source.ProbeAsync(Token)).Fault;

        Assert.Equal(SourceFaultKind.Unauthorized, fault?.Kind);
        Assert.DoesNotContain(Wrong, $"{fault}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":7}""")]
    public async Task A_person_without_id_or_reputation_is_malformed(string body)
    {
        Site.Next(Status(200, "application/json", body));

        Assert.Equal(SourceFaultKind.Malformed, (await AskAsync(source => source.ReadOneAsync(7, Token))).Fault?.Kind);
    }

    private protected override async Task<IFakeSite> StartAsync(ManualClock clock, int people) => await FakeStackOverflow.StartAsync(clock, people);

    private protected override string Page(int firstId, int people, int pages) => JsonSerializer.Serialize(new
    {
        totalCount = people * pages,
        totalPages = pages,
        items = Enumerable.Range(firstId, people).Select(id => new { id, name = $"Person {id}", reputation = 10 }),
    });

    private Task<(IReadOnlyList<Standing> People, SourceFault? Fault)> ReadRowsAsync(params string[] rows)
    {
        var page = new JsonObject { ["totalCount"] = rows.Length, ["totalPages"] = 1, ["items"] = null }.ToJsonString();
        Site.Always(Status(200, "application/json", page.Replace("\"items\":null", $"\"items\":[{string.Join(',', rows)}]", StringComparison.Ordinal)));
        return ReadAsync();
    }

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sources", "StackOverflow", "Fixtures", name));
}
