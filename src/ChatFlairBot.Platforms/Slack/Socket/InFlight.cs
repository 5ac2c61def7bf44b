using System.Threading.Channels;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>The envelopes of one socket that are being worked on: so many and no more, and a way to wait until all are done.</summary>
internal sealed class InFlight(int most)
{
    private readonly Channel<bool> _places = Channel.CreateBounded<bool>(new BoundedChannelOptions(most) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Waits for room.</summary>
    /// <returns>False once nobody is let in any more.</returns>
    public async Task<bool> EnterAsync(CancellationToken token)
    {
        try
        {
            await _places.Writer.WriteAsync(true, token);
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    public void Leave() => _places.Reader.TryRead(out _);

    /// <summary>Lets nobody in from now on, and waits for those who are.</summary>
    /// <exception cref="OperationCanceledException">They took too long.</exception>
    public Task CloseAsync(CancellationToken token)
    {
        _places.Writer.TryComplete();
        return _places.Reader.Completion.WaitAsync(token);
    }
}
