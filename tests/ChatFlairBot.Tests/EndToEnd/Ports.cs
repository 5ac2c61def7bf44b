using System.Net;
using System.Net.Sockets;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Where a bot in a process of its own listens.</summary>
internal static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static Task UntilReadyAsync(HttpClient http, BotProcess bot) => Patience.UntilAsync(
        async () =>
        {
            Assert.False(bot.HasExited, bot.Output);
            try
            {
                using var answer = await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        "the bot is ready");
}
