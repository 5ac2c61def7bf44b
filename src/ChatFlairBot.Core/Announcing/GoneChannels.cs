using System.Globalization;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Channels that are gone: everything for them is parked, somebody is told once, and they are tried now and then.</summary>
/// <param name="store">Remembers over a restart who was told.</param>
/// <param name="managers">Where it is told.</param>
/// <param name="time">The clock.</param>
public sealed class GoneChannels(IStore store, IReadOnlyList<ChannelAddress> managers, TimeProvider time)
{
    /// <summary>How often a channel that is gone is tried again.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Dictionary<ChannelAddress, DateTimeOffset> _tried = [];
    private readonly Lock _gate = new();

    /// <summary>Draws the consequences of an attempt.</summary>
    public async Task FollowAsync(DeliveryStep step, CancellationToken token)
    {
        var channel = step.Delivery.Channel;
        if (step.Verdict.State is DeliveryState.Parked)
        {
            var now = time.GetUtcNow();
            lock (_gate) _tried[channel] = now;
            await store.Deliveries.ParkAsync(channel, step.Verdict.Reason ?? "The channel is gone.", now, token);
            if (await store.KeptAsync(Key(channel), token) is not null) return;
            // Told first: a crash between the two tells it twice rather than never.
            await TellAsync(channel, $"I can't post to {channel.Channel} any more", $"{step.Verdict.Reason} What is meant for it waits for three days and goes on by itself when the channel is back. To stop it: unsubscribe the channel.", token);
            await store.KeepAsync(Key(channel), now.ToString("O", CultureInfo.InvariantCulture), token);
        }
        else if (step.Verdict.State is DeliveryState.Sent && await store.KeptAsync(Key(channel), token) is not null)
        {
            await store.KeepAsync(Key(channel), null, token);
            await ResumeAsync(channel, token);
        }
    }

    /// <summary>Takes parked deliveries of a channel up again, at most once an hour for each channel.</summary>
    public async Task ProbeAsync(CancellationToken token)
    {
        List<ChannelAddress> due;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            due = [.. _tried.Where(one => now - one.Value >= Every).Select(one => one.Key)];
            foreach (var channel in due) _tried.Remove(channel);
        }

        foreach (var channel in due) await ResumeAsync(channel, token);
    }

    private Task<int> ResumeAsync(ChannelAddress channel, CancellationToken token)
    {
        var now = time.GetUtcNow();
        return store.Deliveries.ResumeAsync(channel, now - Backoff.Default.GiveUpAfter, now, token);
    }

    private Task TellAsync(ChannelAddress about, string title, string text, CancellationToken token) =>
        store.Deliveries.NoticeAsync(new Notice(title, text), [.. managers.Where(one => one != about)], time.GetUtcNow(), token);

    private static string Key(ChannelAddress channel) => $"gone {channel}";
}
