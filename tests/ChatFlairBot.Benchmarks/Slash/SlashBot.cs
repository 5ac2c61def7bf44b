using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using ChatFlairBot.Platforms.Slack.Inbound;
using ChatFlairBot.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>The whole bot as it runs, on a store that is filled already.</summary>
internal sealed class SlashBot : IAsyncDisposable
{
    public const string Secret = "benchmark-signing-secret";

    private readonly WebApplication _application;

    private SlashBot(WebApplication application) => _application = application;

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="store">Filled.</param>
    /// <param name="file">Its file; keys lie beside it.</param>
    /// <param name="site">Where it was filled from.</param>
    /// <param name="slack">Where the bot asks who somebody is.</param>
    /// <param name="isConstant">Whether nothing is looked up: the twin that the others are compared with.</param>
    /// <param name="token">Ends the start.</param>
    public static async Task<SlashBot> StartAsync(IStore store, string file, Uri site, Uri slack, bool isConstant, CancellationToken token)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = $"Data Source={file}",
            // Polls are made by the benchmark itself, when it wants them.
            ["Polling:Interval"] = "1.00:00:00",
            [$"Sources:{Polled.Source}:Kind"] = "StackOverflow",
            [$"Sources:{Polled.Source}:BaseUrl"] = new Uri(site, "/api/v3").AbsoluteUri,
            [$"Sources:{Polled.Source}:Token"] = "none-needed",
            ["Slack:SigningSecret"] = Secret,
            ["Slack:BotToken"] = "xoxb-benchmark",
            ["Slack:ApiBaseUrl"] = new Uri(slack, "/api/").AbsoluteUri,
            ["Logging:LogLevel:Default"] = "Warning",
        }).Build();
        var application = BotApplication.Build(SettingsFile.Read(configuration, BotParts.SourceKinds), configuration, store, TimeProvider.System, services =>
        {
            if (isConstant) services.AddSingleton<ISlackReceiver, ConstantReceiver>();
        });
        await BotApplication.StartAsync(application, token);
        return new SlashBot(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }
}
