using ChatFlairBot.Platforms.Slack.Socket;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

public sealed class SocketAddressTests
{
    [Theory]
    [InlineData("wss://wss-primary.slack.com/link/?ticket=1", true)]
    [InlineData("wss://WSS.Slack-Gov.com/link/?ticket=1", true)]
    [InlineData("ws://wss-primary.slack.com/link/", false)]
    [InlineData("https://wss-primary.slack.com/link/", false)]
    [InlineData("wss://slack.com.evil.example/link/", false)]
    [InlineData("wss://evilslack.com/link/", false)]
    [InlineData("wss://wss-primary.slack.com@evil.example/link/", false)]
    [InlineData("wss://somebody@wss-primary.slack.com/link/", false)]
    [InlineData("wss://evil.example/.slack.com", false)]
    [InlineData("ws://127.0.0.1:5000/link/", false)]
    [InlineData("wss://127.0.0.1:5000/link/", false)]
    [InlineData("/link/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_Slacks_own_hosts_are_taken(string? url, bool isTaken) => Assert.Equal(isTaken, SocketAddress.Checked(url, new Uri("https://slack.com/api/")) is not null);

    [Theory]
    [InlineData("ws://127.0.0.1:5000/link/", true)]
    [InlineData("ws://[::1]:5000/link/", true)]
    [InlineData("wss://localhost:5000/link/", true)]
    [InlineData("http://127.0.0.1:5000/link/", false)]
    [InlineData("ws://192.0.2.1/link/", false)]
    public void Beside_an_api_on_loopback_a_socket_there_is_taken_too(string url, bool isTaken) => Assert.Equal(isTaken, SocketAddress.Checked(url, new Uri("http://127.0.0.1:5000/api/")) is not null);
}
