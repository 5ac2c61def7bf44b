using System.Text.Json;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Settings;

/// <summary>The sample at the root is what people copy, so it has to be right and whole.</summary>
public sealed class SampleSettingsTests
{
    private static readonly string Sample = Repository.Path("appsettings.sample.json");

    [Fact]
    public void With_tokens_it_reads_without_a_fault()
    {
        var settings = Read();

        Assert.NotEmpty(settings.Sources);
        Assert.NotEmpty(settings.Subscriptions);
        Assert.Equal(settings.Sources.Count, BotParts.Sources(settings, TimeProvider.System).Count);
    }

    [Fact]
    public void It_holds_no_secret()
    {
        var faults = Assert.Throws<SettingsException>(() => SettingsFile.Read(SettingsFile.Load(Sample, []), BotParts.SourceKinds)).Faults;

        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Contains(":Token: Token is missing.", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void It_has_every_section_and_every_setting_of_it()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));

        Assert.All(typeof(BotSettings).GetProperties(), section => Assert.True(sample.RootElement.TryGetProperty(section.Name, out _), $"{section.Name} is missing."));
        foreach (var section in typeof(BotSettings).GetProperties().Where(section => section.PropertyType.IsClass))
        {
            Assert.Equal(Settings(section.PropertyType), Keys(sample.RootElement.GetProperty(section.Name)));
        }

        foreach (var kind in BotParts.SourceKinds)
        {
            var blocks = sample.RootElement.GetProperty("Sources").EnumerateObject().Where(block => block.Value.GetProperty("Kind").GetString() == kind.Name);
            Assert.Equal(Settings(kind.Options).Append("Kind").Order(), blocks.SelectMany(block => Keys(block.Value)).Distinct().Order());
        }

        var subscriptions = sample.RootElement.GetProperty("Subscriptions").EnumerateObject();
        Assert.Equal(Settings(typeof(SubscriptionOptions)), subscriptions.SelectMany(block => Keys(block.Value)).Distinct().Order());
    }

    /// <summary>Every row of the table of platforms: the kind, how its address begins, and the settings that make the difference.</summary>
    [Theory]
    [InlineData("StackOverflow", "BaseUrl", ".stackenterprise.co/api/v3", "Token")]
    [InlineData("StackOverflow", "BaseUrl", "https://api.stackoverflowteams.com/v3", "Team Token")]
    [InlineData("StackOverflow", "BadgesFrom", ".stackenterprise.co/api/2.3", "Key Token")]
    [InlineData("StackOverflow", "BadgesFrom", "https://api.stackoverflowteams.com/2.3", "Team Token")]
    [InlineData("StackExchange", "BaseUrl", "https://api.stackexchange.com/2.3", "Site Team Token")]
    [InlineData("StackExchange", "BaseUrl", "https://api.stackexchange.com/2.3", "Site MinimumScore Key")]
    [InlineData("Starmind", "BaseUrl", ".starmind.com/api/v1", "Token")]
    public void Each_platform_is_shown_in_working_form_here_in_the_readme_and_in_the_help(string kind, string setting, string address, string with)
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));
        var block = sample.RootElement.GetProperty("Sources").EnumerateObject().FirstOrDefault(block =>
            block.Value.GetProperty("Kind").GetString() == kind
            && block.Value.TryGetProperty(setting, out var told) && told.GetString()!.EndsWith(address, StringComparison.Ordinal)
            && with.Split(' ').All(name => block.Value.TryGetProperty(name, out _)));

        Assert.True(block.Value.ValueKind is JsonValueKind.Object, $"The sample shows no {kind} with {setting} {address} and {with}.");
        Assert.Contains(block.Name, Read().Sources.Keys);
        foreach (var page in (string[])[Repository.Path("README.md"), Repository.Path("src", "ChatFlairBot", "Verbs", "RootVerb.cs")])
        {
            Assert.All([kind, address, .. with.Split(' ')], word => Assert.Contains(word, File.ReadAllText(page), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_it_shows_of_the_defaults_is_the_default()
    {
        var (sample, defaults) = (Read(), new BotSettings());

        Assert.Equal(defaults.Http.Url, sample.Http.Url);
        Assert.Equal(defaults.Storage.ConnectionString, sample.Storage.ConnectionString);
        Assert.Equal((defaults.Polling.Interval, defaults.Polling.Jitter), (sample.Polling.Interval, sample.Polling.Jitter));
        Assert.Equal(defaults.Milestones.Reputation, sample.Milestones.Reputation);
        Assert.Equal(defaults.Milestones.ReputationEvery, sample.Milestones.ReputationEvery);
    }

    private static BotSettings Read()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));
        var tokens = sample.RootElement.GetProperty("Sources").EnumerateObject()
            .SelectMany(block => block.Value.EnumerateObject().Where(one => one.Name is "Token" or "Key").Select(one => KeyValuePair.Create($"Sources__{block.Name}__{one.Name}", (string?)"some-token")));
        return SettingsFile.Read(SettingsFile.Load(Sample, tokens), BotParts.SourceKinds);
    }

    private static IEnumerable<string> Settings(Type block) => block.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name).Order();

    private static IEnumerable<string> Keys(JsonElement block) => block.EnumerateObject().Select(one => one.Name).Order();
}
