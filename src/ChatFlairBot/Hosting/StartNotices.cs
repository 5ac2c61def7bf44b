using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Hosting;

/// <summary>Says at the start what seeds silently: new rules, and an older copy of the database.</summary>
internal sealed partial class StartNotices(IStore store, BotSettings settings, TimeProvider time, ILogger<StartNotices> logger) : IHostedService
{
    private const string Rules = "rules";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (store.IsOlderCopy)
        {
            Log.OlderCopy(logger);
            await TellAsync("The database was put back to an older copy", "What was earned since that copy was made is learned silently: it was celebrated before. From the next poll on everything is as usual.", cancellationToken);
        }

        var (before, now) = (await store.KeptAsync(Rules, cancellationToken), settings.Milestones.InWords);
        if (before == now) return;
        await store.KeepAsync(Rules, now, cancellationToken);
        if (before is null) return;
        Log.RulesChanged(logger, before, now);
        await TellAsync("The rules for milestones changed", "Whoever is past a new one already is not celebrated for it; everybody else will be.", cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task TellAsync(string title, string text, CancellationToken token) => store.Deliveries.NoticeAsync(new Notice(title, text), settings.Managers.Channels, time.GetUtcNow(), token);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database is an older copy than this place has seen: the next poll of each source seeds silently, and what was on its way is dropped.")]
        public static partial void OlderCopy(ILogger logger);

        [LoggerMessage(2, LogLevel.Information, "The rules changed from '{Before}' to '{Now}': whoever is past a new one already is not celebrated for it.")]
        public static partial void RulesChanged(ILogger logger, string before, string now);
    }
}
