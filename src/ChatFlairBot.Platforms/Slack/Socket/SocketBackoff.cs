namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>How long to wait before the next socket: not at all after one that held, longer each time after those that did not.</summary>
internal sealed class SocketBackoff(SocketPace pace, Random random)
{
    private int _failures;

    /// <summary>A socket held for a while: what went before is forgotten.</summary>
    public void Held() => _failures = 0;

    /// <summary>The wait after this parting. Spread, so that the sockets of many bots do not return in step.</summary>
    public TimeSpan Next(SocketParting parting)
    {
        var wait = parting.Kind switch
        {
            SocketPartingKind.SwitchedOff => pace.SwitchedOffWait * (1 + (0.1 * random.NextDouble())),
            // Beyond the others' cap: every try counts against whoever holds the ten.
            SocketPartingKind.TooMany => pace.LongestWait * (1 + random.NextDouble()),
            _ => Doubled() * (0.75 + (0.25 * random.NextDouble())),
        };
        _failures++;
        return parting.After is { } asked && asked > wait ? asked : wait;
    }

    private TimeSpan Doubled()
    {
        if (_failures == 0) return TimeSpan.Zero;
        var doubled = pace.FirstWait * Math.Pow(2, Math.Min(_failures - 1, 20));
        return doubled < pace.LongestWait ? doubled : pace.LongestWait;
    }
}
