using System.CommandLine;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Platforms.Teams.Inbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Messages;

/// <summary><c>message</c>: what a colleague waits for after <c>@ChatFlair flair @user</c> in a channel of Teams, whose answer is a call of its own.</summary>
internal static class MessageVerb
{
    private const string Twin = "/api/constant";

    public static Command Make() => AskRun.Make(
        "message",
        "Compare messages to the bot in Teams with the same endpoint answering a constant after the token check, at rest; then send them while polls run.",
        new Way(TeamsVerb.Name, "/api/messages", Twin, MapTwin, (team, id) => new MemberId(TeamsOptions.Platform, team, TeamsVerb.User(id))) { Replace = Replace });

    private static void MapTwin(WebApplication application)
    {
        var constant = ActivatorUtilities.CreateInstance<ConstantReceiver>(application.Services);
        application.MapPost(Twin, ActivatorUtilities.CreateInstance<TeamsEndpoint>(application.Services, constant).PostAsync);
    }

    private static void Replace(IServiceCollection services, VendorWelcome vendor)
    {
        // Of one tenant Teams takes 50 messages a second, and the bot keeps to that. What is measured is the bot and not its waiting.
        services.AddSingleton(new PostPace(new FastClock()));
        services.AddKeyedSingleton(TeamsOptions.Platform, (_, _) => Http(vendor.Authority!));
    }

#pragma warning disable CA2000 // The container owns the client, and the client its handler.
    private static HttpClient Http(string authority) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { X509Certificate2.CreateFromPem(authority) }, RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    });
#pragma warning restore CA2000
}
