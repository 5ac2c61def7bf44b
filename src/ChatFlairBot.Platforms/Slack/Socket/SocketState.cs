namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>How the sockets are, for whoever asks after the bot's health.</summary>
internal sealed class SocketState(SlackOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<Task> _open = [];
    private SocketTrouble? _trouble;
    private int? _connections;
    private bool _wasReady;

    /// <summary>How many sockets there are to be.</summary>
    public int Wanted => options.Sockets;

    /// <summary>How many can receive; one more than wanted while one is being replaced.</summary>
    public int Ready
    {
        get
        {
            lock (_gate) return _open.Count(reading => !reading.IsCompleted);
        }
    }

    /// <summary>How many sockets the app has, as Slack said last; more than wanted means that other replicas or programs share the token.</summary>
    public int? Connections
    {
        get
        {
            lock (_gate) return _connections;
        }
    }

    /// <summary>Whether a socket was ever ready.</summary>
    public bool WasReady
    {
        get
        {
            lock (_gate) return _wasReady;
        }
    }

    /// <summary>What went wrong since a socket was opened last.</summary>
    public SocketTrouble? Trouble
    {
        get
        {
            lock (_gate) return _trouble;
        }
    }

    /// <param name="reading">Over when the socket is.</param>
    /// <param name="connections">What its hello said.</param>
    public void Opened(Task reading, int? connections)
    {
        lock (_gate)
        {
            _open.RemoveAll(one => one.IsCompleted);
            _open.Add(reading);
            _connections = connections ?? _connections;
            _wasReady = true;
            _trouble = null;
        }
    }

    /// <returns>Whether it is news.</returns>
    public bool Note(SocketParting parting)
    {
        lock (_gate)
        {
            // What is final stays, whatever the others say while they close.
            if (_trouble?.Parting == parting || _trouble?.Parting.Kind is SocketPartingKind.Final) return false;
            _trouble = new SocketTrouble(parting, _trouble?.Since ?? time.GetUtcNow());
            return true;
        }
    }
}

/// <summary>What goes wrong.</summary>
/// <param name="Parting">How the last socket ended.</param>
/// <param name="Since">When the first one did since there was one.</param>
internal sealed record SocketTrouble(SocketParting Parting, DateTimeOffset Since);
