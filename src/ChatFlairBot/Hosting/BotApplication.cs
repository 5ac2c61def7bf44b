using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Settings;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace ChatFlairBot.Hosting;

/// <summary>The web application around the bot.</summary>
internal static partial class BotApplication
{
    /// <summary>No request to the bot is larger; platforms set narrower limits of their own.</summary>
    private const long LargestRequest = 1024 * 1024;

    /// <param name="settings">What is switched on.</param>
    /// <param name="configuration">Read for the <c>Logging</c> block only.</param>
    /// <param name="store">Open, and closed by the caller after the application.</param>
    /// <param name="time">The clock.</param>
    /// <param name="add">Services besides the bot's own, such as the demo's company.</param>
    public static WebApplication Build(BotSettings settings, IConfiguration configuration, IStore store, TimeProvider time, Action<IServiceCollection>? add = null)
    {
        var builder = BareWeb.At(settings.Http.Url!);
        builder.Logging.AddConfiguration(configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss'Z' ";
        });
        // The framework's own news is for whoever develops it.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A start that fails is told in a sentence by whoever started it; a loop that breaks is still critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequest);
        builder.Services.AddBot(settings, store, time);
        add?.Invoke(builder.Services);

        var application = builder.Build();
        application.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        application.MapHealthChecks("/healthz/ready");
        if (settings.Playground.Enabled) application.MapPlayground();
        else application.MapGet("/", () => "ChatFlairBot is running. Its health: /healthz/ready. Its state: ChatFlairBot status.\n");
        if (settings.Slack.IsOn) application.MapSlack();
        if (settings.Teams.IsOn)
        {
            application.MapTeams();
            application.MapTeamsApp(settings.Teams.MicrosoftAppId, ProfileHosts.Of(settings));
        }

        application.Lifetime.ApplicationStarted.Register(() => Log.Start(
            application.Logger, settings.Http.Url!, string.Join(", ", settings.Sources.Keys), Platforms(settings), settings.Subscriptions.Count));
        return application;
    }

    /// <summary>Starts it; when it cannot listen, its loops have ended before the fault goes on, for the caller closes the store next.</summary>
    public static async Task StartAsync(WebApplication application, CancellationToken token)
    {
        try
        {
            await application.StartAsync(token);
        }
        catch
        {
            await application.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static string Platforms(BotSettings settings)
    {
        string?[] on =
        [
            settings.Playground.Enabled ? PlaygroundOptions.Platform : null,
            settings.Slack.IsOn ? settings.Slack.IsSocket ? "Slack (Socket Mode)" : "Slack" : null,
            settings.Teams.IsOn ? settings.Teams.DangerouslyAllowUnauthenticatedRequests ? "Teams (whoever asks is believed)" : "Teams" : null,
        ];
        return on.Any(one => one is not null) ? string.Join(", ", on.OfType<string>()) : "none";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Listening on {Url}. On: sources {Sources}; platforms {Platforms}; {Subscriptions} subscriptions.")]
        public static partial void Start(ILogger logger, Uri url, string sources, string platforms, int subscriptions);
    }
}
