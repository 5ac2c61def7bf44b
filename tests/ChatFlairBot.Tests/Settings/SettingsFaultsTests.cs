using ChatFlairBot.Settings;

namespace ChatFlairBot.Tests.Settings;

/// <summary>What is wrong with settings is said all at once, in sentences that name the key.</summary>
public sealed class SettingsFaultsTests
{
    private const string Secret = "s3cr3t t0ken";

    [Fact]
    public void All_faults_are_told_at_once()
    {
        const string Json = """
            {
              "Pollling": { },
              "Http": { "Url": "somewhere" },
              "Storage": { "Provider": "Lite", "ConnectionString": "Data Source=:memory:", "MaxSizeMegabytes": -1 },
              "Polling": { "Intervall": "01:00:00", "Interval": "soon", "Jitter": "2.00:00:00" },
              "Milestones": { "Reputation": [ 100, 1, "many" ], "ReputationEvery": "1.5" },
              "Sources": {
                "acme": { "Kind": "StackOverflow", "BaseUrl": "http://acme.example/api/v3" },
                "beta": { "Kind": "GitLab" }
              },
              "Subscriptions": {
                "everybody": { "Platform": "Playground", "Channel": "general", "Sources": [ "gamma" ] },
                "nowhere": { "Platform": "Carrier Pigeon" }
              }
            }
            """;

        Assert.Equal(
            [
                "Http:Url is 'somewhere', but has to be a whole address such as https://stack.example.com/api/v3.",
                "Milestones:Reputation: Reputation holds 1; everybody starts at 1, so a milestone is at least 2.",
                "Milestones:Reputation:2 is 'many', but has to be a whole number.",
                "Milestones:ReputationEvery is '1.5', but has to be a whole number.",
                "Polling:Interval is 'soon', but has to be a time such as 01:00:00 (hours, minutes, seconds).",
                "Polling:Intervall is not a setting. Did you mean Interval?",
                "Polling:Jitter: Jitter is from 00:00:00 to a day.",
                "Pollling is not a setting. Did you mean Polling?",
                "Sources:acme:BaseUrl has to start with https:, for the token travels with every request.",
                "Sources:acme:Token: Token is missing. Put it into the environment as Sources__NAME__Token; a token that may only read is enough.",
                "Sources:beta:Kind is 'GitLab', but has to be StackExchange or StackOverflow or Starmind.",
                "Storage:ConnectionString: ConnectionString names a file and nothing else: Data Source=data/chatflair.db.",
                "Storage:MaxSizeMegabytes: The field MaxSizeMegabytes must be between 0 and 1000000.",
                "Storage:Provider is 'Lite', but has to be Sqlite.",
                "Subscriptions:everybody posts to the playground, which is off. Set Playground:Enabled to true or take the subscription out.",
                "Subscriptions:everybody:Sources names 'gamma', which is not among Sources.",
                "Subscriptions:nowhere:Channel: Channel is missing: the platform's own id of the channel.",
                "Subscriptions:nowhere:Platform is 'Carrier Pigeon', but has to be Playground or Slack or Teams.",
            ],
            SettingsText.Faults(Json).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Intervall", "Did you mean Interval?")]
    [InlineData("Jiter", "Did you mean Jitter?")]
    [InlineData("Colour", "Known here: Interval, Jitter.")]
    public void An_unknown_key_is_told_with_what_was_meant_or_what_there_is(string key, string help) =>
        Assert.Equal($"Polling:{key} is not a setting. {help}", Assert.Single(SettingsText.Faults($$"""{ "Polling": { "{{key}}": "x" } }""")));

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"60\"")]
    [InlineData("60")]
    [InlineData("\"-01:00:00\"")]
    [InlineData("\"00:00:00\"")]
    [InlineData("\"8.00:00:00\"")]
    [InlineData("\"99999999999.00:00:00\"")]
    [InlineData("{ \"Hours\": 1 }")]
    [InlineData("[ \"01:00:00\" ]")]
    [InlineData("true")]
    public void A_time_that_is_none_or_out_of_range_is_a_fault(string value) =>
        Assert.StartsWith("Polling:Interval", Assert.Single(SettingsText.Faults($$"""{ "Polling": { "Interval": {{value}} } }""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://bot.example:5080")]
    [InlineData("http://256.1.1.1:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/flair")]
    public void The_bot_listens_on_an_address_of_this_machine(string url) =>
        Assert.StartsWith("Http:Url: Url ", Assert.Single(SettingsText.Faults($$"""{ "Http": { "Url": "{{url}}" } }""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "Polling": "hourly" }""", "Polling is a block of settings, not a single value.")]
    [InlineData("""{ "Milestones": { "Reputation": 500 } }""", "Milestones:Reputation is a list, not the single value '500'. In environment variables an element is Milestones__Reputation__0.")]
    [InlineData("""{ "Milestones": { "Reputation": [ [ 1 ] ] } }""", "Milestones:Reputation:0 is a single value, not a block or list.")]
    [InlineData("""{ "Milestones": { "ReputationEvery": -5 } }""", "Milestones:ReputationEvery: ReputationEvery is 0 or above.")]
    [InlineData("""{ "Milestones": { "ReputationEvery": 99999999999999999999 } }""", "Milestones:ReputationEvery is '99999999999999999999', but has to be a whole number.")]
    [InlineData("""{ "Playground": { "Enabled": "yes" } }""", "Playground:Enabled is 'yes', but has to be true or false.")]
    [InlineData("""{ "Storage": { "Provider": "7" } }""", "Storage:Provider is '7', but has to be Sqlite.")]
    public void A_value_of_the_wrong_kind_is_told_with_what_it_has_to_be(string json, string expected) => Assert.Equal([expected], SettingsText.Faults(json));

    [Theory]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("data/chatflair.db")]
    [InlineData("Data Source=x.db;Password=s3cr3t t0ken")]
    [InlineData("Host=db.example;Password=s3cr3t t0ken")]
    public void A_connection_that_names_no_file_is_a_fault_that_does_not_quote_it(string connection)
    {
        var fault = Assert.Single(SettingsText.Faults($$"""{ "Storage": { "ConnectionString": "{{connection}}" } }"""));

        Assert.Equal("Storage:ConnectionString: ConnectionString names a file and nothing else: Data Source=data/chatflair.db.", fault);
    }

    [Theory]
    [InlineData("https://acme.example/api/v3", null)]
    [InlineData("http://127.0.0.1:5000/api/v3", null)]
    [InlineData("http://localhost:5000/api/v3", null)]
    [InlineData("http://[::1]:5000/api/v3", null)]
    [InlineData("http://acme.example/api/v3", "has to start with https:, for the token travels")]
    [InlineData("http://127.0.0.1.acme.example/api/v3", "has to start with https:, for the token travels")]
    [InlineData("ftp://acme.example/api/v3", "has to start with https:.")]
    [InlineData("file:///api/v3", "has to start with https:.")]
    [InlineData("https://somebody:pass@acme.example/api/v3", "holds a user, query or fragment")]
    [InlineData("https://acme.example/api/v3?key=1", "holds a user, query or fragment")]
    [InlineData("https://acme.example/api/v3#users", "holds a user, query or fragment")]
    [InlineData("acme.example/api/v3", "has to be a whole address")]
    public void The_address_of_a_source_is_one_that_a_token_may_travel_to(string address, string? expected)
    {
        var json = SettingsText.OneSource.Replace("https://acme.example/api/v3", address, StringComparison.Ordinal);

        if (expected is null) Assert.Equal(address, SettingsText.Read(json).Sources["acme"].Options.BaseUrl?.OriginalString);
        else Assert.Contains(SettingsText.Faults(json), fault => fault.StartsWith("Sources:acme:BaseUrl", StringComparison.Ordinal) && fault.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://acme.example/v3", "00:00:59", "01:00:00", false)]
    [InlineData("https://acme.example/v3", "00:01:00", "01:00:00", true)]
    [InlineData("https://acme.example/v3", "", "00:00:30", false)]
    [InlineData("https://acme.example/v3", "00:05:00", "00:00:30", true)]
    [InlineData("http://127.0.0.1:5000/v3", "00:00:01", "01:00:00", true)]
    public void A_real_platform_is_not_polled_more_than_once_a_minute(string address, string own, string general, bool isFine)
    {
        var json = $$"""
            {
              "Polling": { "Interval": "{{general}}" },
              "Sources": { "acme": { "Kind": "StackOverflow", "BaseUrl": "{{address}}", "Token": "t", "Interval": "{{own}}" } }
            }
            """;

        if (isFine) Assert.NotEmpty(SettingsText.Read(json).Sources);
        else Assert.StartsWith("Sources:acme:Interval (or Polling:Interval) is under a minute", Assert.Single(SettingsText.Faults(json)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cloud_needs_a_team()
    {
        var json = SettingsText.OneSource.Replace("https://acme.example/api/v3", "https://api.stackoverflowteams.com/v3", StringComparison.Ordinal);

        Assert.StartsWith("Sources:acme:Team: Team is needed", Assert.Single(SettingsText.Faults(json)), StringComparison.Ordinal);
        Assert.NotEmpty(SettingsText.Read(json, ("Sources__acme__Team", "acme-team")).Sources);
        Assert.NotEmpty(SettingsText.Read(json.Replace("com/v3", "com/v3/teams/acme-team", StringComparison.Ordinal)).Sources);
    }

    [Theory]
    [InlineData("acme/../users")]
    [InlineData("acme team")]
    [InlineData("acme?x=1")]
    public void A_team_that_would_change_the_address_is_refused(string team) =>
        Assert.StartsWith("Sources:acme:Team: Team is the slug", Assert.Single(SettingsText.Faults(SettingsText.OneSource, ("Sources__acme__Team", team))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(Secret)]
    [InlineData("s3cr3t t0ken\n")]
    [InlineData("s3cr3t t0kén")]
    public void A_token_that_is_missing_or_none_is_a_fault_that_does_not_quote_it(string token)
    {
        var json = SettingsText.OneSource.Replace("t0ken-in-the-file", "", StringComparison.Ordinal);

        var fault = Assert.Single(SettingsText.Faults(json, ("Sources__acme__Token", token)));

        Assert.StartsWith("Sources:acme:Token", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_where_a_token_is_due_is_a_fault_that_does_not_quote_it()
    {
        var json = SettingsText.OneSource.Replace("\"t0ken-in-the-file\"", $$"""{ "Value": "{{Secret}}" }""", StringComparison.Ordinal);

        Assert.DoesNotContain(SettingsText.Faults(json), fault => fault.Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public void The_exception_itself_says_all_that_its_faults_say()
    {
        var fault = new SettingsException(["One.", "Two."]);

        Assert.Equal($"One.{Environment.NewLine}Two.", fault.Message);
    }
}
