using ChatFlairBot.Hosting;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ChatFlairBot.Tests.Platforms.Teams;

public sealed class TeamsOptionsTests
{
    private const string App = "3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10";
    private const string Tenant = "5b1d0c3e-7a44-4c1f-9f0e-2d6f8a9b0c11";

    [Fact]
    public void Nothing_set_is_off() => Assert.False(Read().Teams.IsOn);

    [Fact]
    public void A_single_tenants_app_needs_three_values_and_answers_its_own_directory()
    {
        var teams = Read(("MicrosoftAppId", App), ("MicrosoftAppPassword", "secret"), ("MicrosoftAppTenantId", Tenant)).Teams;
        Assert.True(teams.IsOn);
        Assert.Equal([Tenant], teams.Welcome);
        var cloud = TeamsCloud.Of(teams);
        Assert.Equal(("https://api.botframework.com", $"https://login.microsoftonline.com/{Tenant}", "https://api.botframework.com/.default"), (cloud.Issuer, cloud.Authority(teams).AbsoluteUri, cloud.Scope));
    }

    [Fact]
    public void Other_kinds_and_clouds_have_their_own_addresses()
    {
        var many = Read(("MicrosoftAppType", "MultiTenant"), ("MicrosoftAppId", App), ("MicrosoftAppPassword", "secret")).Teams;
        Assert.Empty(many.Welcome);
        Assert.Equal("https://login.microsoftonline.com/botframework.com", TeamsCloud.Of(many).Authority(many).AbsoluteUri);
        var government = Read(("MicrosoftAppId", App), ("MicrosoftAppPassword", "secret"), ("MicrosoftAppTenantId", Tenant), ("ChannelService", "https://botframework.azure.us")).Teams;
        Assert.Equal(("https://api.botframework.us", $"https://login.microsoftonline.us/{Tenant}"), (TeamsCloud.Of(government).Issuer, TeamsCloud.Of(government).Authority(government).AbsoluteUri));
        Assert.Equal([Tenant], Read(("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppId", App), ("MicrosoftAppTenantId", Tenant)).Teams.Welcome);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var fault = Assert.Throws<SettingsException>(() => Read(
            ("MicrosoftAppPassword", "secret"), ("MicrosoftAppTenantId", "contoso"), ("Tenants:0", "fabrikam"), ("TokenUrl", "http://localhost/t"), ("OpenIdMetadataUrl", "http://example.com/"),
            ("ChannelService", "https://example.com"), ("ServiceUrlHosts:0", "https://a b"), ("MicrosoftAppTyp", "SingleTenant")));
        Assert.Equal(
            """
            Teams:MicrosoftAppTyp is not a setting. Did you mean MicrosoftAppType?
            Teams:MicrosoftAppId: MicrosoftAppId is missing: the application (client) id under Configuration of the Azure Bot. Without it nobody could tell Teams' requests from forged ones.
            Teams:MicrosoftAppTenantId: MicrosoftAppTenantId has to be an id such as 00000000-0000-0000-0000-000000000000.
            Teams:Tenants: Tenants holds 'fabrikam', but has to hold directory (tenant) ids.
            Teams:ChannelService: ChannelService is empty, or https://botframework.azure.us for government clouds.
            Teams:OpenIdMetadataUrl: OpenIdMetadataUrl has to start with https:.
            Teams:TokenUrl: TokenUrl has to start with https:, for the secret travels there.
            Teams:ServiceUrlHosts: ServiceUrlHosts holds 'https://a b', but has to hold hosts such as smba.trafficmanager.net.
            """,
            string.Join('\n', fault.Faults));
    }

    [Theory]
    [InlineData("MicrosoftAppPassword is set, but a managed identity has none.", "MicrosoftAppType", "UserAssignedMSI", "MicrosoftAppPassword", "secret")]
    [InlineData("MicrosoftAppPassword is missing", "MicrosoftAppType", "SingleTenant")]
    [InlineData("MicrosoftAppPassword and CertificateFile are both set", "MicrosoftAppPassword", "secret", "CertificateFile", "appsettings.sample.json")]
    [InlineData("CertificateFile names a file that is not there.", "CertificateFile", "nowhere.pem")]
    public void A_secret_fits_the_kind_of_app(string says, params string[] set) => Assert.Contains(
        says,
        string.Join('\n', Assert.Throws<SettingsException>(() => Read([("MicrosoftAppId", App), ("MicrosoftAppTenantId", Tenant), .. set.Chunk(2).Select(one => (one[0], one[1]))])).Faults),
        StringComparison.Ordinal);

    [Fact]
    public void Whoever_asks_is_believed_on_this_machine_alone()
    {
        Assert.True(Read(("DangerouslyAllowUnauthenticatedRequests", "true")).Teams.IsOn);
        var values = Values(("DangerouslyAllowUnauthenticatedRequests", "true"));
        values["Http:Url"] = "http://0.0.0.0:5080";
        Assert.Contains("anybody could speak for anybody", Assert.Throws<SettingsException>(() => Read(values)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_is_named_with_its_team()
    {
        var values = Values(("MicrosoftAppId", App), ("MicrosoftAppPassword", "secret"), ("MicrosoftAppTenantId", Tenant));
        (values["Subscriptions:a:Platform"], values["Subscriptions:a:Channel"], values["Managers:Notices:0"]) = ("Teams", "19:a@thread.tacv2", "Teams/19:a@thread.tacv2");
        var faults = Assert.Throws<SettingsException>(() => Read(values)).Faults;
        Assert.Contains(faults, one => one.StartsWith("Subscriptions:a:Workspace is missing: name the team by its id", StringComparison.Ordinal));
        Assert.Contains(faults, one => one.StartsWith("Managers:Notices names 'Teams/19:a@thread.tacv2'", StringComparison.Ordinal));
    }

    private static BotSettings Read(params (string Key, string Value)[] teams) => Read(Values(teams));

    private static BotSettings Read(Dictionary<string, string?> values) => SettingsFile.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), BotParts.SourceKinds);

    private static Dictionary<string, string?> Values(params (string Key, string Value)[] teams) => teams.ToDictionary(one => $"Teams:{one.Key}", one => (string?)one.Value, StringComparer.Ordinal);
}
