namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>The methods that this Slack knows, with scopes, tiers and arguments as their pages list them (docs.slack.dev/reference/methods).</summary>
internal static class SlackMethods
{
    private static readonly string[] Content = ["channel", "text", "blocks", "attachments", "markdown_text", "parse", "link_names"];
    private static readonly string[] Author = ["as_user", "username", "icon_url", "icon_emoji"];

    // The tier called "special" of chat.postMessage and auth.test is "several hundred a minute"; the limit per channel is another one.
    public static readonly Dictionary<string, SlackMethod> All = new(StringComparer.Ordinal)
    {
        ["auth.test"] = new("", 300, [], AccountMethods.Test),
        ["auth.revoke"] = new("", 50, ["test"], AccountMethods.Revoke) { TakesJson = false },
        ["team.info"] = new("team:read", 50, ["team", "domain"], AccountMethods.Team) { TakesJson = false },
        ["apps.uninstall"] = new("", 1, ["client_id", "client_secret"], AccountMethods.Uninstall) { TakesJson = false },
        ["apps.connections.open"] = new("", 50, [], AccountMethods.OpenConnection) { NeedsToken = false },
        ["oauth.v2.access"] =
            new("", 600, ["client_id", "client_secret", "code", "redirect_uri", "grant_type", "refresh_token"], OAuthMethods.Access) { TakesJson = false, NeedsToken = false },
        ["chat.postMessage"] =
            new("chat:write", 300, [.. Content, .. Author, "thread_ts", "reply_broadcast", "metadata", "unfurl_links", "unfurl_media", "mrkdwn"], ChatMethods.Post),
        ["chat.postEphemeral"] = new("chat:write", 100, [.. Content, .. Author, "user", "thread_ts"], ChatMethods.PostEphemeral),
        ["chat.update"] = new("chat:write", 50, [.. Content, "ts", "as_user", "metadata", "file_ids", "reply_broadcast"], ChatMethods.Update),
        ["chat.delete"] = new("chat:write", 50, ["channel", "ts", "as_user"], ChatMethods.Delete),
        ["users.info"] = new("users:read", 100, ["user", "include_locale"], PeopleMethods.Info) { TakesJson = false },
        ["users.lookupByEmail"] = new("users:read.email", 50, ["email"], PeopleMethods.LookUp) { TakesJson = false },
        ["conversations.info"] = new("", 50, ["channel", "include_locale", "include_num_members"], RoomMethods.Info) { TakesJson = false },
        ["conversations.open"] = new("im:write", 50, ["channel", "users", "return_im", "prevent_creation"], RoomMethods.Open),
        ["conversations.history"] =
            new("", 50, ["channel", "cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"], RoomMethods.History),
        ["views.open"] = new("", 100, ["trigger_id", "view", "interactivity_pointer"], ViewMethods.Open),
        ["views.publish"] = new("", 100, ["user_id", "view", "hash"], ViewMethods.Publish),
        ["views.update"] = new("", 100, ["view", "view_id", "external_id", "hash"], ViewMethods.Update),
    };
}
