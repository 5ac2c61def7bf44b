namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>How an attempt to get a socket ended.</summary>
internal abstract record SocketDial
{
    private SocketDial()
    {
    }

    /// <summary>It said hello.</summary>
    public sealed record Ready(SocketConnection Connection, int? Connections) : SocketDial;

    /// <summary>There is none.</summary>
    public sealed record Failed(SocketParting Parting) : SocketDial;
}
