using ChatFlairBot.Core.Storing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatFlairBot.Hosting;

/// <summary>Ready means that the store answers.</summary>
internal sealed class StoreHealth(IStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.People.CountAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Message);
        }
    }
}
