using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Auth;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Platforms.Teams.Connector;
using ChatFlairBot.Platforms.Teams.Inbound;
using ChatFlairBot.Platforms.Teams.Install;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Teams;

/// <summary>The only members of this folder that others see, besides its options.</summary>
public static class TeamsExtensions
{
    /// <summary>Longer than any call takes while Teams is well.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(20);

    /// <summary>Teams gives a message extension 5 seconds (learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Adds how cards look in Teams, also where Teams is off: for previews.</summary>
    public static IServiceCollection AddTeamsCards(this IServiceCollection services)
    {
        services.AddSingleton<TeamsCards>();
        return services.AddSingleton<ICardRenderer>(provider => provider.GetRequiredService<TeamsCards>());
    }

    /// <summary>Adds Microsoft Teams as a platform.</summary>
    /// <param name="services">Where to; the store's ports, the commands and a clock are there already.</param>
    /// <param name="options">Switched on and valid.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        services.AddSingleton(options).AddSingleton<ServiceHosts>();
        services.AddKeyedSingleton(TeamsOptions.Platform, (_, _) => Http());
        services.AddSingleton<AppTokens>().AddSingleton<SigningKeys>().AddSingleton<TokenJudge>();
        services.AddSingleton<ConnectorClient>().AddSingleton<Turns>().AddSingleton<TeamsConversations>().AddSingleton<MissingRooms>().AddSingleton<ConnectorOutcomes>();
        services.AddSingleton<TeamsWorkspaces>().AddSingleton<TeamsHello>().AddSingleton<TeamsEvents>();
        services.AddSingleton<TeamsPlatform>().AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<TeamsPlatform>());
        services.AddInbound(TeamsOptions.Platform, Patience);
        services.AddSingleton<TeamsMembers>().AddSingleton<TeamsChannels>().AddSingleton<TeamsSay>().AddSingleton<TeamsForms>();
        services.AddSingleton<SeenMessages>().AddSingleton<TeamsMessages>().AddSingleton<TeamsActions>().AddSingleton<TeamsQueries>().AddSingleton<TeamsInvokes>();
        return services.AddSingleton<ITeamsReceiver, TeamsReceiver>().AddSingleton<TeamsEndpoint>();
    }

    /// <summary>Tries what the settings say of Teams, and whether the teams that are known answer.</summary>
    /// <param name="options">Switched on and valid.</param>
    /// <param name="workspaces">Those that the store knows.</param>
    /// <param name="time">The clock.</param>
    /// <param name="token">Ends the probing.</param>
    public static async Task<IReadOnlyList<(bool IsGood, string Message)>> ProbeTeamsAsync(this TeamsOptions options, IEnumerable<Workspace> workspaces, TimeProvider time, CancellationToken token)
    {
        using var http = Http();
        using var tokens = new AppTokens(options, http);
        var conversations = new TeamsConversations(new ConnectorClient(http, tokens, new ServiceHosts(options), time), new Turns(), new PostPace(time), time);
        var findings = await new TeamsProbe(options, tokens, conversations).RunAsync(workspaces, token);
        return [.. findings.Select(one => (one.IsGood, one.Message))];
    }

    /// <summary>Serves what Teams asks for.</summary>
    public static void MapTeams(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/messages", endpoints.ServiceProvider.GetRequiredService<TeamsEndpoint>().PostAsync);

#pragma warning disable CA2000 // The client owns the handler, and whoever asks for it the client.
    private static HttpClient Http() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10),
    })
#pragma warning restore CA2000
    { Timeout = LongestCall };
}
