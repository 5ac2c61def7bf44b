using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Keeps one socket open. Where Slack announces the end of it, the next one says hello before the old one goes.</summary>
internal sealed partial class SocketSlot(SocketDialer dialer, SocketState state, SocketPace pace, TimeProvider time, Random random, ILogger logger)
{
    private readonly SocketBackoff _backoff = new(pace, random);
    private readonly List<Task> _drains = [];
    private SocketConnection? _current;

    /// <returns>What makes it pointless to go on.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<SocketParting> RunAsync(CancellationToken token)
    {
        await Task.Yield();
        while (true)
        {
            SocketParting parting;
            try
            {
                parting = await HoldAsync(token);
            }
            catch (Exception fault) when (!token.IsCancellationRequested)
            {
                Log.Broke(logger, fault);
                parting = SocketParting.Closed($"The socket broke off: {fault.Message} The log tells more.");
            }

            if (parting.Kind is SocketPartingKind.Final) return parting;
            Report(parting);
            await Task.Delay(_backoff.Next(parting), time, token);
        }
    }

    /// <summary>Closes what is open; in bounded time when the token is cancelled.</summary>
    public Task CloseAsync(CancellationToken token)
    {
        Retire(token);
        return Task.WhenAll(_drains);
    }

    // From one opening to the parting that follows it.
    private async Task<SocketParting> HoldAsync(CancellationToken token)
    {
        var dial = await dialer.DialAsync(token);
        if (dial is not SocketDial.Ready ready) return ((SocketDial.Failed)dial).Parting;
        Retire(token);
        _current = ready.Connection;
        state.Opened(ready.Connection.Reading, ready.Connections);
        Log.Ready(logger, ready.Connections);
        var since = time.GetTimestamp();
        var parting = await ready.Connection.Parting.WaitAsync(token);
        if (time.GetElapsedTime(since) >= pace.LongestWait) _backoff.Held();
        // Until the next one is ready a refreshed socket serves on, however long that takes.
        if (parting.Kind is not SocketPartingKind.Refresh) Retire(token);
        return parting;
    }

    private void Retire(CancellationToken token)
    {
        _drains.RemoveAll(drain => drain.IsCompleted);
        if (_current is { } old) _drains.Add(old.DrainAsync(token));
        _current = null;
    }

    private void Report(SocketParting parting)
    {
        if (parting.Kind is SocketPartingKind.Refresh) Log.Refreshed(logger, parting.Reason);
        // The same again and again would hide everything else.
        else if (!state.Note(parting)) Log.Again(logger, parting.Reason);
        else if (parting.Kind is SocketPartingKind.Closed) Log.Parted(logger, parting.Reason);
        else Log.NeedsSomebody(logger, parting.Reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A socket to Slack is open; the app has {Connections} now.")]
        public static partial void Ready(ILogger logger, int? connections);

        [LoggerMessage(2, LogLevel.Debug, "{Reason} The next one is opened first.")]
        public static partial void Refreshed(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "{Reason} A new socket is opened.")]
        public static partial void Parted(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Error, "{Reason}")]
        public static partial void NeedsSomebody(ILogger logger, string reason);

        [LoggerMessage(5, LogLevel.Debug, "Still: {Reason}")]
        public static partial void Again(ILogger logger, string reason);

        [LoggerMessage(6, LogLevel.Error, "A socket to Slack broke off; a new one is opened.")]
        public static partial void Broke(ILogger logger, Exception fault);
    }
}
