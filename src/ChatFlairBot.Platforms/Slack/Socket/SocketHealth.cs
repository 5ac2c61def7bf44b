using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>One socket that receives is enough; without one the bot is deaf.</summary>
internal sealed class SocketHealth(SocketState state, TimeProvider time) : IHealthCheck
{
    /// <summary>Sockets come and go; only a longer silence is a fault.</summary>
    private static readonly TimeSpan Blip = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        var (ready, trouble) = (state.Ready, state.Trouble);
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["ready"] = ready, ["wanted"] = state.Wanted };
        if (state.Connections is { } connections) data["num_connections"] = connections;

        if (ready > 0) return HealthCheckResult.Healthy(Sentence(ready), data);
        if (trouble?.Parting.Kind is SocketPartingKind.Final or SocketPartingKind.SwitchedOff or SocketPartingKind.TooMany) return HealthCheckResult.Unhealthy(trouble.Parting.Reason, data: data);
        if (trouble is null && !state.WasReady) return HealthCheckResult.Unhealthy("The first socket to Slack is being opened.", data: data);
        var sentence = $"There is no socket to Slack; the bot keeps trying. {trouble?.Parting.Reason} Check that this machine may open connections to slack.com and wss-primary.slack.com.";
        return state.WasReady && (trouble is null || time.GetUtcNow() - trouble.Since < Blip) ? HealthCheckResult.Degraded(sentence, data: data) : HealthCheckResult.Unhealthy(sentence, data: data);
    }

    private string Sentence(int ready) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Min(ready, state.Wanted)} of {state.Wanted} sockets to Slack are open; the app has {state.Connections?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of them"}.");
}
