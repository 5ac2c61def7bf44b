using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Inbound;
using ChatFlairBot.Platforms.Slack.Install;
using ChatFlairBot.Platforms.Slack.Socket;
using ChatFlairBot.Platforms.Slack.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Slack;

/// <summary>The only members of this folder that others see, besides its options.</summary>
public static class SlackExtensions
{
    /// <summary>Longer than any call of Slack's takes while it is well.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(20);

    /// <summary>Slack gives up after 3 seconds (docs.slack.dev/interactivity/implementing-slash-commands).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_200);

    /// <summary>Adds how cards look in Slack, also where Slack is off: for previews.</summary>
    public static IServiceCollection AddSlackCards(this IServiceCollection services)
    {
        services.AddSingleton<SlackCards>();
        return services.AddSingleton<ICardRenderer>(provider => provider.GetRequiredService<SlackCards>());
    }

    /// <summary>Adds Slack as a platform.</summary>
    /// <param name="services">Where to; the store's ports, the commands and a clock are there already.</param>
    /// <param name="options">Switched on and valid.</param>
    /// <param name="keys">The folder of the keys that tokens are encrypted with.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options, string keys)
    {
        services.AddSingleton(options).AddSlackWeb();
        services.AddSingleton(DataProtectionProvider.Create(Folder(keys), protection => protection.SetApplicationName("ChatFlairBot")));
        services.AddSingleton<TokenVault>().AddSingleton<TokenRotation>().AddSingleton<OwnWorkspace>().AddSingleton<SlackWorkspaces>();
        services.AddSingleton<SlackCalls>().AddSingleton<SlackHistory>().AddSingleton<ResponseUrls>();
        services.AddSingleton<SlackPlatform>().AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
        services.AddSingleton<SlackSay>().AddSingleton<SlackMembers>().AddSingleton<SlackChannels>().AddSingleton<SubscribeForms>().AddSingleton<SlackHome>();
        services.AddSingleton<Inbound.CardButtons>().AddSingleton<HomeButtons>();
        services.AddSingleton<SlackCommands>().AddSingleton<SlackInteractions>().AddSingleton<SlackEvents>().AddSingleton<ISlackReceiver, SlackReceiver>();
        services.AddInbound(SlackOptions.Platform, Patience);
        services.AddSingleton<SlackSignature>().AddSingleton<SeenRequests>().AddSingleton<RefusedRequests>().AddSingleton<SlackEndpoint>();
        services.AddSingleton<InstallState>().AddSingleton<SlackInstaller>().AddSingleton<InstallEndpoint>();
        if (options.IsSocket)
        {
            services.AddSingleton<SeenEnvelopes>().AddSingleton<SocketEnvelopes>().AddSingleton<SocketOpener>().AddSingleton<SocketDialer>().AddSingleton<SocketPace>().AddSingleton<SocketState>();
            services.AddHostedService<SocketModeLoop>().AddHealthChecks().AddCheck<SocketHealth>("slack");
        }

        return services;
    }

    /// <summary>What a Slack app is made from.</summary>
    /// <param name="url">Where Slack reaches the bot; null for Socket Mode.</param>
    /// <param name="readHistory">Whether it may look for its own cards.</param>
    public static JsonObject SlackManifest(Uri? url, bool readHistory) => Slack.SlackManifest.Make(url, readHistory);

    /// <summary>Tries what the settings say of Slack.</summary>
    /// <param name="options">Switched on and valid.</param>
    /// <param name="channels">Those that the settings post to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="token">Ends the probing.</param>
    public static async Task<IReadOnlyList<(bool IsGood, string Message)>> ProbeSlackAsync(this SlackOptions options, IEnumerable<string> channels, TimeProvider time, CancellationToken token)
    {
        using var http = new HttpClient { Timeout = LongestCall };
        var findings = await new SlackProbe(new SlackWeb(http, options, new MethodGates(time)), options).RunAsync(channels, token);
        return [.. findings.Select(one => (one.IsGood, one.Message))];
    }

    /// <summary>Serves what Slack and installing browsers ask for. Over sockets nothing is served: nobody could tell who asks.</summary>
    public static void MapSlack(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<SlackOptions>();
        if (options.IsSocket) return;
        var inbound = services.GetRequiredService<SlackEndpoint>();
        string[] paths = ["/slack/commands", "/slack/events", "/slack/interactions"];
        foreach (var path in paths) endpoints.MapPost(path, inbound.PostAsync);
        if (!options.IsInstallable) return;
        var install = services.GetRequiredService<InstallEndpoint>();
        endpoints.MapGet("/slack/install", install.Begin);
        endpoints.MapGet("/slack/oauth/callback", install.EndAsync);
    }

    // The keys are worth as much as the tokens.
    private static DirectoryInfo Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void AddSlackWeb(this IServiceCollection services)
    {
        services.AddSingleton<MethodGates>();
#pragma warning disable CA2000 // The client owns the handler, and the container the client.
        services.AddKeyedSingleton(SlackOptions.Platform, (_, _) => new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10),
        })
#pragma warning restore CA2000
        { Timeout = LongestCall });
        services.AddSingleton<SlackWeb>();
    }
}
