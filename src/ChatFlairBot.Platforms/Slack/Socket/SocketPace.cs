namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>How patient the sockets are. Slack writes none of it down but the 10 s between a warning and the end, and the limit of 10 sockets.</summary>
internal sealed record SocketPace
{
    /// <summary>How often Slack is asked for a sign of life; the first ping goes out after so long a silence.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the sign may take. A NAT that forgot the connection tells nobody: without this the bot would be "connected" and deaf.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For opening a socket and hearing its hello.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a socket that was replaced still listens if Slack does not close it.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the acknowledgements under way may take when a socket ends.</summary>
    public TimeSpan Finish { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the other side may take to answer a close.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The wait after the second failure; each further one doubles it.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>No wait between two tries is longer, but for a switched-off Socket Mode.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two looks whether somebody has switched Socket Mode on again.</summary>
    public TimeSpan SwitchedOffWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Envelopes of one socket that are worked on at once, 1 or more; the next is read when one is done.</summary>
    public int MostInFlight { get; init; } = 64;

    /// <summary>In bytes; the largest that Slack sends is far below.</summary>
    public int LargestFrame { get; init; } = 1024 * 1024;
}
