using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>Another host that nobody has any business with; it counts who calls all the same.</summary>
internal sealed class Bystander : IAsyncDisposable
{
    private readonly WebApplication _site = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
    private int _calls;

    private Bystander()
    {
    }

    public int Calls => _calls;

    public Uri Address => new(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<Bystander> StartAsync()
    {
        var bystander = new Bystander();
        bystander._site.Run(_ =>
        {
            Interlocked.Increment(ref bystander._calls);
            return Task.CompletedTask;
        });
        await bystander._site.StartAsync();
        return bystander;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
