using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Web;

/// <summary>Answers after the acknowledgement, to the address that came with the question: 5 times within 30 minutes (docs.slack.dev/interactivity/handling-user-interaction).</summary>
internal sealed partial class ResponseUrls([FromKeyedServices(SlackOptions.Platform)] HttpClient http, SlackOptions options, ILogger<ResponseUrls> logger)
{
    private static readonly string[] Hosts = ["hooks.slack.com", "hooks.slack-gov.com"];

    /// <returns>Whether Slack took it.</returns>
    public async Task<bool> SendAsync(string? url, JsonNode message, CancellationToken token)
    {
        if (Allowed(url) is not { } address) return false;
        try
        {
            using var content = new StringContent(SlackMessage.Sent(message), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(address, content, token);
            if (response.IsSuccessStatusCode) return true;
            Log.Refused(logger, (int)response.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            Log.Broke(logger, fault.Message);
        }

        return false;
    }

    // It comes with the request: without this a leaked signing secret would let us be sent anywhere.
    private Uri? Allowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && ((address.Scheme == Uri.UriSchemeHttps && Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase) && address.IsDefaultPort)
            || (options.ApiBaseUrl.IsLoopback && address.IsLoopback))
            ? address
            : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack did not take a late answer (status {Status}): it was too late, or there were five before it.")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(2, LogLevel.Warning, "A late answer did not reach Slack. {Reason}")]
        public static partial void Broke(ILogger logger, string reason);
    }
}
