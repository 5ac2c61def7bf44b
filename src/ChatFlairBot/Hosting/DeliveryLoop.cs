using System.Collections.Concurrent;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Hosting;

/// <summary>Fans announcements out and sends them: one task for each channel with work, so that no channel waits for another.</summary>
internal sealed partial class DeliveryLoop(
    IStore store, FanOut fanOut, Planning planning, Outbox outbox, Amending amending, GoneChannels gone, PostPace pace, Doorbell doorbell, TimeProvider time, ILogger<DeliveryLoop> logger) : BackgroundService
{
    /// <summary>Looks at the store at least so often: a channel that broke off is tried again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>No digest is further away: what is due later was written by a clock that ran ahead.</summary>
    private static readonly TimeSpan LongestPlan = TimeSpan.FromDays(15);

    /// <summary>Channels that are being worked on, and whether there was more to do meanwhile.</summary>
    private readonly ConcurrentDictionary<ChannelAddress, bool> _busy = new();
    private readonly List<Task> _drains = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var isResumed = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Longest;
            try
            {
                if (!isResumed && await fanOut.ResumeAsync(stoppingToken) is > 0 and var parked) Log.Resumed(logger, parked);
                isResumed = true;
                await gone.ProbeAsync(stoppingToken);
                await fanOut.RunAsync(stoppingToken);
                wait = await StartDueAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                if (fault is StoreException) Log.StoreFailed(logger, fault.Message);
                else Log.Broke(logger, fault);
            }

            await doorbell.WaitAsync(wait, time, stoppingToken);
        }

        await Task.WhenAll(_drains);
    }

    /// <returns>How long until the next channel is due.</returns>
    private async Task<TimeSpan> StartDueAsync(CancellationToken token)
    {
        _drains.RemoveAll(drain => drain.IsCompleted);
        var next = Longest;
        var now = time.GetUtcNow();
        var channels = await store.Deliveries.DueChannelsAsync(token);
        pace.Expect(channels);
        foreach (var due in channels)
        {
            if (due.IsPlanned ? !Backoff.IsDue(due.DueAt, now) : due.DueAt > now && due.DueAt <= now + LongestPlan) next = due.DueAt - now < next ? due.DueAt - now : next;
            else if (_busy.TryAdd(due.Channel, false)) _drains.Add(DrainAsync(due.Channel, token));
            else _busy.TryUpdate(due.Channel, true, false);
        }

        return next;
    }

    private async Task DrainAsync(ChannelAddress channel, CancellationToken token)
    {
        await Task.Yield();
        var hasMore = false;
        try
        {
            if (await store.Deliveries.RecoverAsync(channel, token) > 0) Log.Recovered(logger, channel);
            hasMore = await planning.RunAsync(channel, token);
            hasMore |= await DeliverAsync(channel, token);
            hasMore |= await amending.RunAsync(channel, token) > 0;
        }
        catch (Exception fault) when (!token.IsCancellationRequested)
        {
            if (fault is StoreException) Log.StoreFailed(logger, fault.Message);
            else Log.ChannelBroke(logger, fault, channel);
        }
        catch (Exception fault) when (token.IsCancellationRequested)
        {
            Log.Stopped(logger, fault, channel);
        }

        // Rung when the channel is free again, or the loop would find it still busy and pass it over. Where nothing was done
        // nobody rings: the same would be met again at once.
        _busy.TryRemove(channel, out var wasAskedAgain);
        if (hasMore || wasAskedAgain) doorbell.Ring();
    }

    /// <returns>Whether anything was done.</returns>
    private async Task<bool> DeliverAsync(ChannelAddress channel, CancellationToken token)
    {
        var steps = 0;
        for (; !token.IsCancellationRequested && await outbox.DeliverNextAsync(channel, token) is { } step; steps++)
        {
            Report(step);
            await gone.FollowAsync(step, token);
            if (step.Verdict.DueAt > time.GetUtcNow()) return true;
        }

        return steps > 0;
    }

    private void Report(DeliveryStep step)
    {
        var (delivery, verdict) = step;
        if (verdict.State is DeliveryState.Sent) Log.Sent(logger, delivery.Key, delivery.Channel, delivery.Attempts);
        else if (verdict.State is DeliveryState.Parked or DeliveryState.Dropped) Log.Ended(logger, delivery.Key, delivery.Channel, verdict.State, verdict.Reason);
        else if (!verdict.IsTried) Log.PutOff(logger, delivery.Key, delivery.Channel, verdict.DueAt, verdict.Reason);
        else Log.Again(logger, delivery.Key, delivery.Channel, verdict.DueAt, verdict.Reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Posted {Delivery} to {Channel} (attempt {Attempt}).")]
        public static partial void Sent(ILogger logger, string delivery, ChannelAddress channel, int attempt);

        [LoggerMessage(2, LogLevel.Warning, "{Delivery} to {Channel} is tried again at {DueAt:u}. {Reason}")]
        public static partial void Again(ILogger logger, string delivery, ChannelAddress channel, DateTimeOffset dueAt, string? reason);

        [LoggerMessage(3, LogLevel.Error, "{Delivery} to {Channel} is {State}. {Reason}")]
        public static partial void Ended(ILogger logger, string delivery, ChannelAddress channel, DeliveryState state, string? reason);

        [LoggerMessage(4, LogLevel.Warning, "How the last attempt to {Channel} ended was never written down; the card is verified or repeated.")]
        public static partial void Recovered(ILogger logger, ChannelAddress channel);

        [LoggerMessage(5, LogLevel.Information, "Cards that were parked and go on now, for their channels are subscribed again: {Count}.")]
        public static partial void Resumed(ILogger logger, int count);

        [LoggerMessage(6, LogLevel.Warning, "A delivery could not be written down; nothing is lost, it is tried again shortly. {Reason}")]
        public static partial void StoreFailed(ILogger logger, string reason);

        [LoggerMessage(7, LogLevel.Error, "Deliveries could not be looked up; nothing is lost, they are tried again shortly.")]
        public static partial void Broke(ILogger logger, Exception fault);

        [LoggerMessage(8, LogLevel.Debug, "Deliveries to {Channel} stop with the process; what was not settled is recovered at the next start.")]
        public static partial void Stopped(ILogger logger, Exception fault, ChannelAddress channel);

        [LoggerMessage(10, LogLevel.Debug, "{Delivery} to {Channel} goes at {DueAt:u}. {Reason}")]
        public static partial void PutOff(ILogger logger, string delivery, ChannelAddress channel, DateTimeOffset dueAt, string? reason);

        [LoggerMessage(9, LogLevel.Error, "Deliveries to {Channel} broke off; nothing is lost, they are tried again shortly.")]
        public static partial void ChannelBroke(ILogger logger, Exception fault, ChannelAddress channel);
    }
}
