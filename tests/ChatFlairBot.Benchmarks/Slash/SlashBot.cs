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

/// <summary>The bot's own application on a filled store, and beside its commands their twin that answers a constant.</summary>
internal sealed class SlashBot : IAsyncDisposable
{
    public const string Commands = "/slack/commands";
    public const string Constant = "/slack/constant";

    private readonly WebApplication _application;

    private SlashBot(WebApplication application) => _application = application;

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="store">Filled, and open as long as the bot runs.</param>
    /// <param name="file">Its file; keys lie beside it.</param>
    /// <param name="site">Where it was filled from.</param>
    /// <param name="slack">Where the bot asks who somebody is.</param>
    /// <param name="token">Ends the start.</param>
    public static async Task<SlashBot> StartAsync(IStore store, string file, Uri site, SlackWelcome slack, CancellationToken token)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = $"Data Source={file}",
            // The benchmark polls by itself, when it wants to.
            ["Polling:Interval"] = "1.00:00:00",
            [$"Sources:{Polled.Source}:Kind"] = "StackOverflow",
            [$"Sources:{Polled.Source}:BaseUrl"] = new Uri(site, "/api/v3").AbsoluteUri,
            [$"Sources:{Polled.Source}:Token"] = "none-needed",
            ["Slack:SigningSecret"] = slack.SigningSecret,
            ["Slack:BotToken"] = slack.BotToken,
            ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl.AbsoluteUri,
            ["Logging:LogLevel:Default"] = "Warning",
        }).Build();
        var application = BotApplication.Build(SettingsFile.Read(configuration, BotParts.SourceKinds), configuration, store, TimeProvider.System);
        // The same endpoint in all but who receives.
        var constant = ActivatorUtilities.CreateInstance<ConstantReceiver>(application.Services);
        application.MapPost(Constant, ActivatorUtilities.CreateInstance<SlackEndpoint>(application.Services, constant).PostAsync);
        await BotApplication.StartAsync(application, token);
        return new SlashBot(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }
}
