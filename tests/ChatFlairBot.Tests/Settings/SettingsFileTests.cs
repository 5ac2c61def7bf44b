using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Settings;

public sealed class SettingsFileTests
{
    [Fact]
    public void Every_default_is_what_the_sample_says()
    {
        var settings = SettingsText.Read("{}");

        Assert.Equal(new Uri("http://127.0.0.1:5080"), settings.Http.Url);
        Assert.Equal((StorageProvider.Sqlite, "data/chatflair.db", 0), (settings.Storage.Provider, settings.Storage.Sqlite.File, settings.Storage.MaxSizeMegabytes));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)), (settings.Polling.Interval, settings.Polling.Jitter));
        Assert.Equal([100, 500, 1_000, 2_500, 5_000, 10_000], settings.Milestones.Reputation);
        Assert.Equal(10_000, settings.Milestones.ReputationEvery);
        Assert.Equal((false, "Playground"), (settings.Playground.Enabled, settings.Playground.Title));
        Assert.Empty(settings.Playground.AllowedHosts);
        Assert.Empty(settings.Sources);
        Assert.Empty(settings.Subscriptions);
    }

    [Fact]
    public void Keys_are_read_whatever_their_case()
    {
        var settings = SettingsText.Read("""{ "POLLING": { "interval": "02:00:00" }, "sources": { "Acme": { "kind": "stackoverflow", "baseurl": "https://acme.example/v3", "TOKEN": "t" } } }""");

        Assert.Equal(TimeSpan.FromHours(2), settings.Polling.Interval);
        Assert.Equal("t", ((StackOverflowOptions)settings.Sources["acme"].Options).Token);
    }

    [Fact]
    public void The_environment_goes_over_the_file()
    {
        var settings = SettingsText.Read(SettingsText.OneSource, ("Sources__acme__Token", "t0ken-in-the-environment"), ("Polling__Interval", "02:00:00"));

        Assert.Equal("t0ken-in-the-environment", ((StackOverflowOptions)settings.Sources["acme"].Options).Token);
        Assert.Equal(TimeSpan.FromHours(2), settings.Polling.Interval);
    }

    [Fact]
    public void An_empty_variable_of_the_environment_is_as_good_as_none() =>
        Assert.Equal(TimeSpan.FromHours(1), SettingsText.Read("{}", ("Polling__Interval", "")).Polling.Interval);

    [Fact]
    public void Other_programs_variables_are_none_of_its_business()
    {
        var settings = SettingsText.Read("{}", ("PATH", "/usr/bin"), ("DOTNET__SomethingElse", "x"), ("__", "x"), ("XDG_DATA__DIRS", "x"));

        Assert.Empty(settings.Sources);
    }

    [Theory]
    [InlineData("Source__acme__Token", "Sources")]
    [InlineData("Poling__Interval", "Polling")]
    [InlineData("Subscription__everybody__Channel", "Subscriptions")]
    public void A_misspelt_variable_of_the_environment_is_noticed(string name, string meant)
    {
        var fault = Assert.Single(SettingsText.Faults("{}", (name, "s3cr3t")));

        Assert.Contains($"Did you mean {meant}?", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_replaces_the_default_instead_of_adding_to_it()
    {
        Assert.Equal([50, 60], SettingsText.Read("""{ "Milestones": { "Reputation": [ 50, 60 ] } }""").Milestones.Reputation);
        Assert.Equal([50], SettingsText.Read("{}", ("Milestones__Reputation__0", "50")).Milestones.Reputation);
    }

    [Fact]
    public void Milestones_become_rules()
    {
        var both = SettingsText.Read("""{ "Milestones": { "Reputation": [ 50 ], "ReputationEvery": 1000 } }""").Milestones.Rules;
        var one = SettingsText.Read("""{ "Milestones": { "Reputation": [ 50 ], "ReputationEvery": 0 } }""").Milestones.Rules;

        Assert.Equal([50L, 1_000L], [both.NextAbove(1), both.NextAbove(50)]);
        Assert.Equal([50L, (long?)null], [one.NextAbove(1), one.NextAbove(50)]);
    }

    [Fact]
    public void A_subscription_is_read_whole()
    {
        const string Json = """
            {
              "Playground": { "Enabled": true },
              "Sources": { "acme": { "Kind": "StackOverflow", "BaseUrl": "https://acme.example/v3", "Token": "t" } },
              "Subscriptions": { "legends": { "Platform": "Playground", "Channel": "hall", "Sources": [ "acme" ], "AtLeast": 5000 } }
            }
            """;

        var subscription = SettingsText.Read(Json).Subscriptions["legends"].Named("legends", new AnnouncingOptions().Default);

        Assert.Equal(("legends", "Playground/default/hall", 5_000), (subscription.Name, subscription.Channel.ToString(), subscription.AtLeast));
        Assert.Equal(["acme"], subscription.Sources);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_welcome() =>
        Assert.Equal(TimeSpan.FromHours(2), SettingsText.Read("{ /* why */ \"Polling\": { \"Interval\": \"02:00:00\", }, } // end").Polling.Interval);

    [Theory]
    [InlineData("{ \"Polling\": ")]
    [InlineData("{ \"Polling\": { \"Interval\": } }")]
    [InlineData("not JSON at all")]
    [InlineData("[]")]
    [InlineData("")]
    public void A_file_that_is_no_JSON_is_said_to_be_none(string json)
    {
        var fault = Assert.Single(SettingsText.Faults(json));

        Assert.StartsWith("The settings file '", fault, StringComparison.Ordinal);
        Assert.Contains("is not valid JSON", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Loud" } } }""", "Logging:LogLevel:Default is 'Loud'")]
    [InlineData("""{ "Logging": { "Console": { "LogLevel": { "Microsoft": "7" } } } }""", "Logging:Console:LogLevel:Microsoft is '7'")]
    public void A_log_level_that_there_is_not_is_a_fault(string json, string expected) =>
        Assert.StartsWith(expected + ", but has to be Trace or Debug or", Assert.Single(SettingsText.Faults(json)), StringComparison.Ordinal);

    [Fact]
    public void A_broken_file_tells_its_line() =>
        Assert.Contains("is not valid JSON (line 2)", Assert.Single(SettingsText.Faults("{\n  oops }")), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_no_variable_can_hold_is_a_fault() => Assert.Contains(
        "letters, digits and _",
        Assert.Single(SettingsText.Faults("""{ "Sources": { "acme-cloud": { "Kind": "StackOverflow", "BaseUrl": "https://acme.example/api/v3", "Token": "t" } } }""")),
        StringComparison.Ordinal);

    [Fact]
    public void The_same_key_twice_is_a_fault_and_not_a_riddle() =>
        Assert.Contains("duplicate key 'polling:Interval'", Assert.Single(SettingsText.Faults("""{ "Polling": { "Interval": "02:00:00" }, "polling": { "Interval": "03:00:00" } }""")), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_was_named_has_to_be_there()
    {
        using var folder = new TempFolder();
        var file = folder.File("nowhere.json");

        var faults = Assert.Throws<SettingsException>(() => SettingsFile.Load(file, [])).Faults;

        Assert.Equal([$"There is no settings file '{file}'."], faults);
    }

    [Fact]
    public void Without_any_file_everything_comes_from_the_environment()
    {
        Assert.False(File.Exists(SettingsFile.DefaultName), "The tests run in a folder without settings.");

        var settings = SettingsFile.Read(SettingsFile.Load(null, [KeyValuePair.Create("Http__Url", (string?)"http://127.0.0.1:6000")]), BotParts.SourceKinds);

        Assert.Equal(6_000, settings.Http.Url?.Port);
    }
}
