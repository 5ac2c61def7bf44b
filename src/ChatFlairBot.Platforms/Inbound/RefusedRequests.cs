namespace ChatFlairBot.Platforms.Inbound;

/// <summary>Keeps whoever sends forged requests from writing the log full: a line a minute, with how many there were.</summary>
internal sealed class RefusedRequests(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _toldAt = DateTimeOffset.MinValue;
    private int _since;

    /// <param name="more">How many went without a line since the last one.</param>
    public bool IsWorthALine(out int more)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            more = _since;
            if (now - _toldAt < Pause && now >= _toldAt)
            {
                _since++;
                return false;
            }

            (_toldAt, _since) = (now, 0);
            return true;
        }
    }
}
