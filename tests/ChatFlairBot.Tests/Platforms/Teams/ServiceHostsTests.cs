using ChatFlairBot.Platforms.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>Where the bot's token may go.</summary>
public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/5b1d0c3e/")]
    [InlineData("https://SMBA.trafficmanager.net/teams")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    [InlineData("https://webchat.botframework.com/")]
    public void Teams_own_hosts_are_called(string address) => Assert.True(new ServiceHosts(new TeamsOptions()).Allows(address));

    [Theory]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.example.com/")]
    [InlineData("https://x-smba.trafficmanager.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://teams.microsoft.com@example.com/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net/?to=https://example.com")]
    [InlineData("https://smba.trafficmanager.net/#a")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("http://127.0.0.1:4000/")]
    [InlineData("https://localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    [InlineData(null)]
    public void Nobody_else_is(string? address) => Assert.False(new ServiceHosts(new TeamsOptions()).Allows(address));

    [Fact]
    public void This_machine_is_called_only_where_everything_is_on_it()
    {
        const string Here = "http://127.0.0.1:4000/emea/";
        Assert.True(new ServiceHosts(new TeamsOptions { DangerouslyAllowUnauthenticatedRequests = true }).Allows(Here));
        Assert.True(new ServiceHosts(new TeamsOptions { TokenUrl = new Uri("https://localhost:4001/t/oauth2/v2.0/token") }).Allows(Here));
        Assert.False(new ServiceHosts(new TeamsOptions { TokenUrl = new Uri("https://login.example.com/t/oauth2/v2.0/token") }).Allows(Here));
        Assert.True(new ServiceHosts(new TeamsOptions { ServiceUrlHosts = ["teams.example.com"] }).Allows("https://teams.example.com/"));
    }
}
