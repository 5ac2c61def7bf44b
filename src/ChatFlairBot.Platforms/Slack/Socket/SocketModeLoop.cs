using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Receives from Slack over sockets that the bot opens itself: no public address, no signatures (docs.slack.dev/apis/events-api/using-socket-mode).</summary>
/// <remarks>Slack hands an envelope to any one socket of the app, so all of them are alike; the second is there while the first is being mended.</remarks>
internal sealed partial class SocketModeLoop(SocketDialer dialer, SocketState state, SocketPace pace, TimeProvider time, Random random, ILogger<SocketModeLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        // Each its own randomness: a seeded one is not for many threads.
        var slots = Enumerable.Range(0, state.Wanted).Select(_ => new SocketSlot(dialer, state, pace, time, new Random(random.Next()), logger)).ToList();
        await Task.WhenAll(slots.Select(slot => KeepAsync(slot, stop)));
    }

    private async Task KeepAsync(SocketSlot slot, CancellationTokenSource stop)
    {
        try
        {
            var final = await slot.RunAsync(stop.Token);
            if (state.Note(final)) Log.Final(logger, final.Reason);
            await stop.CancelAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The process stops, or another socket met something final.
        }

        await slot.CloseAsync(stop.Token);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The bot receives nothing from Slack any more. {Reason}")]
        public static partial void Final(ILogger logger, string reason);
    }
}
