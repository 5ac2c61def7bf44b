using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>The bot's own application on a filled store, and beside its endpoint a twin that answers a constant.</summary>
internal sealed class AskedBot : IAsyncDisposable
{
    private readonly WebApplication _application;

    private AskedBot(WebApplication application) => _application = application;

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="store">Filled, and open as long as the bot runs.</param>
    /// <param name="file">Its file; keys lie beside it.</param>
    /// <param name="site">Where it was filled from.</param>
    /// <param name="vendor">Where the bot asks who somebody is.</param>
    /// <param name="way">How it is asked.</param>
    /// <param name="token">Ends the start.</param>
    public static async Task<AskedBot> StartAsync(IStore store, string file, Uri site, VendorWelcome vendor, Way way, CancellationToken token)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = $"Data Source={file}",
            // The benchmark polls by itself, when it wants to.
            ["Polling:Interval"] = "1.00:00:00",
            [$"Sources:{Polled.Source}:Kind"] = "StackOverflow",
            [$"Sources:{Polled.Source}:BaseUrl"] = new Uri(site, "/api/v3").AbsoluteUri,
            [$"Sources:{Polled.Source}:Token"] = "none-needed",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in vendor.Settings) values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var application = BotApplication.Build(SettingsFile.Read(configuration, BotParts.SourceKinds), configuration, store, TimeProvider.System, services => way.Replace?.Invoke(services, vendor));
        way.MapTwin(application);
        await BotApplication.StartAsync(application, token);
        return new AskedBot(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }
}
