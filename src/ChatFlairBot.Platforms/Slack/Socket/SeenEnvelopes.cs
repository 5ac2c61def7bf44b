namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>
/// Lets each envelope be handled once in this process: after a reconnect the same one may come again, on another socket and while the
/// first is still being worked on. What has to hold across restarts and replicas is behind the receiver.
/// </summary>
/// <param name="most">So many are remembered at least, and at most twice as many.</param>
internal sealed class SeenEnvelopes(int most = 10_000)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Task<byte[]?>> _young = new(StringComparer.Ordinal);
    private Dictionary<string, Task<byte[]?>> _old = new(StringComparer.Ordinal);

    /// <param name="id">The envelope's.</param>
    /// <param name="handle">Gives the acknowledgement; null when it failed, and then the next delivery is handled again.</param>
    /// <returns>The first delivery's acknowledgement, also to those that come after it or meanwhile.</returns>
    public Task<byte[]?> OnceAsync(string id, Func<Task<byte[]?>> handle)
    {
        TaskCompletionSource<byte[]?> first;
        lock (_gate)
        {
            if (_young.TryGetValue(id, out var known) || _old.TryGetValue(id, out known)) return known;
            first = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_young.Count >= most) (_old, _young) = (_young, new(StringComparer.Ordinal));
            _young.Add(id, first.Task);
        }

        return HandleAsync(id, handle, first);
    }

    private async Task<byte[]?> HandleAsync(string id, Func<Task<byte[]?>> handle, TaskCompletionSource<byte[]?> first)
    {
        byte[]? ack = null;
        try
        {
            return ack = await handle();
        }
        finally
        {
            if (ack is null) Forget(id);
            first.SetResult(ack);
        }
    }

    private void Forget(string id)
    {
        lock (_gate)
        {
            _young.Remove(id);
            _old.Remove(id);
        }
    }
}
