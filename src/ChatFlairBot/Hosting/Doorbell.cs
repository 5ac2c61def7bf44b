using System.Threading.Channels;

namespace ChatFlairBot.Hosting;

/// <summary>Wakes the delivery loop. Many rings before it wakes are one; the store, not the bell, knows what there is to do.</summary>
internal sealed class Doorbell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Waits for a ring, at most until the time is over or the token ends it.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken token)
    {
        using var late = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, token);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody rang, or nobody is to wait any more.
        }
    }
}
