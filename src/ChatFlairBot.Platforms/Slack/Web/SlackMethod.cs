namespace ChatFlairBot.Platforms.Slack.Web;

/// <summary>The methods of the Web API that the bot calls, with the permission that each needs. The manifest asks for exactly these.</summary>
/// <param name="Name">Such as <c>chat.postMessage</c>.</param>
/// <param name="Scopes">What a bot token needs for it (docs.slack.dev/reference/methods).</param>
internal sealed record SlackMethod(string Name, params IReadOnlyList<string> Scopes)
{
    /// <summary>Whether only a bot that looks lost answers up calls it.</summary>
    public bool OfHistory { get; private init; }

    public static SlackMethod Post { get; } = new("chat.postMessage", "chat:write", "chat:write.public");

    public static SlackMethod Update { get; } = new("chat.update", "chat:write");

    public static SlackMethod Delete { get; } = new("chat.delete", "chat:write");

    public static SlackMethod UserInfo { get; } = new("users.info", "users:read", "users:read.email");

    public static SlackMethod ChannelInfo { get; } = new("conversations.info", "channels:read", "groups:read");

    public static SlackMethod History { get; } = new("conversations.history", "channels:history", "groups:history") { OfHistory = true };

    public static SlackMethod OpenView { get; } = new("views.open");

    public static SlackMethod UpdateView { get; } = new("views.update");

    public static SlackMethod PublishView { get; } = new("views.publish");

    public static SlackMethod AuthTest { get; } = new("auth.test");

    public static SlackMethod Exchange { get; } = new("oauth.v2.access");

    public static SlackMethod Revoke { get; } = new("auth.revoke");

    public static IReadOnlyList<SlackMethod> All { get; } = [Post, Update, Delete, UserInfo, ChannelInfo, History, OpenView, UpdateView, PublishView, AuthTest, Exchange, Revoke];

    /// <summary>Everything a workspace is asked for: what the methods need, and slash commands.</summary>
    public static IReadOnlyList<string> ScopesOf(bool readHistory) =>
        [.. All.Where(one => readHistory || !one.OfHistory).SelectMany(one => one.Scopes).Prepend("commands").Distinct(StringComparer.Ordinal)];
}
