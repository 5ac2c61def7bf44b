namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>What Slack said when it was asked for a socket.</summary>
internal abstract record SocketOpening
{
    private SocketOpening()
    {
    }

    /// <param name="Url">Good for one connection, soon; holds a ticket.</param>
    public sealed record Opened(Uri Url) : SocketOpening;

    /// <summary>Asking again would bring the same: somebody has to change the settings.</summary>
    public sealed record Final(string Reason) : SocketOpening;

    /// <param name="Reason">What went wrong.</param>
    /// <param name="After">How long Slack wants to be left alone; null when it does not say.</param>
    public sealed record Later(string Reason, TimeSpan? After) : SocketOpening;
}
