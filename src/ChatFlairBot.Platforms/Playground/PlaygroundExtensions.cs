using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>The only members of this folder that others see, besides its options.</summary>
public static class PlaygroundExtensions
{
    private const string DefaultChannel = "general";

    /// <summary>Adds the page as a platform. Its channels are those that subscriptions name.</summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, PlaygroundOptions options, IReadOnlyList<Subscription> subscriptions)
    {
        services.AddSingleton(new PlaygroundRooms(Channels(subscriptions, options)));
        services.AddSingleton<PlaygroundPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<PlaygroundPlatform>());
        services.AddHostedService<PlaygroundHistory>();
        services.AddSingleton(new PlaygroundHosts(options));
        services.AddSingleton(options);
        services.AddSingleton<PlaygroundState>();
        services.AddSingleton<PlaygroundStream>();
        services.AddSingleton<PlaygroundCommands>();
        return services;
    }

    /// <summary>Serves the page at <c>/</c>.</summary>
    public static void MapPlayground(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var group = endpoints.MapGroup("").AddEndpointFilter(services.GetRequiredService<PlaygroundHosts>());
        group.MapPage();
        group.MapGet("/playground/state", services.GetRequiredService<PlaygroundState>().GetAsync);
        group.MapGet("/playground/stream", services.GetRequiredService<PlaygroundStream>().Get);
        group.MapPost("/playground/commands", services.GetRequiredService<PlaygroundCommands>().PostAsync);
    }

    private static List<ChannelPayload> Channels(IReadOnlyList<Subscription> subscriptions, PlaygroundOptions options)
    {
        var channels = subscriptions
            .Where(one => one.Channel.Platform == PlaygroundOptions.Platform)
            .GroupBy(one => one.Channel.Channel, StringComparer.Ordinal)
            .Select(channel => new ChannelPayload(channel.Key, channel.Key, About(channel)))
            .ToList();
        channels.AddRange(options.Channels.Except(channels.Select(one => one.Id), StringComparer.Ordinal).Select(name => new ChannelPayload(name, name, "What it hears is asked for with /flair subscribe")));
        return channels.Count > 0 ? channels : [new(DefaultChannel, DefaultChannel, "No subscription names a playground channel yet; commands work here")];
    }

    private static string About(IEnumerable<Subscription> subscriptions)
    {
        var atLeast = subscriptions.Min(one => one.AtLeast);
        return atLeast == 0 ? "Every milestone" : $"Milestones from {CardMaker.Number(atLeast)} reputation";
    }
}
