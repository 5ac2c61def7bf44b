using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Inbound;

/// <summary>What every platform needs that is asked and answers.</summary>
internal static class InboundExtensions
{
    /// <summary>Adds a platform's queue and the answers that are made in it, under the platform's name.</summary>
    /// <param name="services">Where to; a clock is there already.</param>
    /// <param name="platform">The platform's name.</param>
    /// <param name="patience">How long an acknowledgement waits for its answer.</param>
    public static void AddInbound(this IServiceCollection services, string platform, TimeSpan patience)
    {
        services.AddKeyedSingleton(platform, (provider, _) => new InboundWork(platform, provider.GetRequiredService<ILogger<InboundWork>>()));
        // Not AddHostedService, which takes the second platform's for the first one's.
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<InboundWork>(platform));
        services.AddKeyedSingleton(platform, (provider, _) => new PromptAnswer(
            platform, patience, provider.GetRequiredKeyedService<InboundWork>(platform), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PromptAnswer>>()));
    }
}
