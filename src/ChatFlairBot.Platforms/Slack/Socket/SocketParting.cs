namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Why a socket is to be replaced, or was not to be had.</summary>
/// <param name="Kind">What is to be done about it.</param>
/// <param name="Reason">One sentence for people.</param>
/// <param name="After">How long Slack wants to be left alone; null when it does not say.</param>
internal sealed record SocketParting(SocketPartingKind Kind, string Reason, TimeSpan? After = null)
{
    public static SocketParting Closed(string reason) => new(SocketPartingKind.Closed, reason);

    /// <summary>Reads the reason of a <c>disconnect</c> frame. What nobody knows yet is taken as a refresh: Slack is about to close it.</summary>
    public static SocketParting Of(string reason) => reason switch
    {
        "link_disabled" => new(
            SocketPartingKind.SwitchedOff,
            "Socket Mode is switched off for this app. Switch it on at api.slack.com/apps under Settings, Socket Mode; the bot looks every few minutes and goes on by itself."),
        "too_many_websockets" => new(
            SocketPartingKind.TooMany,
            "Slack allows an app 10 sockets at once, and they are all taken. Stop other programs that use the same app-level token, or set Slack:Sockets lower."),
        _ => new(SocketPartingKind.Refresh, $"Slack replaces the socket ({reason})."),
    };
}

/// <summary>What is to be done when a socket ends.</summary>
internal enum SocketPartingKind
{
    /// <summary>It works on for some seconds: open the next one first.</summary>
    Refresh,

    /// <summary>It is gone, or never came to be.</summary>
    Closed,

    /// <summary><c>link_disabled</c>: only a person can help.</summary>
    SwitchedOff,

    /// <summary><c>too_many_websockets</c>: more tries make it worse.</summary>
    TooMany,

    /// <summary>The token is refused, or is another app's: only new settings and a new start can help.</summary>
    Final,
}
