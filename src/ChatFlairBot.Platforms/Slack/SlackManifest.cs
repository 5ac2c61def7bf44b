using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack;

/// <summary>What a new app is made from at api.slack.com/apps, "From a manifest" (docs.slack.dev/reference/app-manifest).</summary>
internal static class SlackManifest
{
    /// <param name="url">Where Slack reaches the bot; null for Socket Mode, which needs no address.</param>
    /// <param name="readHistory">Whether it may look for its own cards.</param>
    public static JsonObject Make(Uri? url, bool readHistory) => new()
    {
        ["_metadata"] = new JsonObject { ["major_version"] = 2 },
        ["display_information"] = new JsonObject
        {
            ["name"] = "ChatFlair",
            ["description"] = "Celebrates reputation milestones, and tells who knows what",
            ["long_description"] = "ChatFlair watches reputation on the knowledge platforms that your company uses. It posts a card when somebody reaches a milestone, in the channels "
                + "that asked for it, within the hours and the number a day that were set there. /flair @user answers with what that colleague has earned. Everybody says for themselves who may see it.",
            ["background_color"] = "#4a154b",
        },
        ["features"] = new JsonObject
        {
            // Whoever keeps their milestones to themselves is told under "Messages"; nobody can write there.
            ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = true },
            ["bot_user"] = new JsonObject { ["display_name"] = "chatflair", ["always_online"] = true },
            ["slash_commands"] = new JsonArray(Command(url)),
        },
        ["oauth_config"] = OAuth(url, readHistory),
        ["settings"] = new JsonObject
        {
            ["event_subscriptions"] = With(url, "request_url", "slack/events", new() { ["bot_events"] = Texts(["app_home_opened", "app_uninstalled", "channel_id_changed", "tokens_revoked"]) }),
            ["interactivity"] = With(url, "request_url", "slack/interactions", new() { ["is_enabled"] = true }),
            ["org_deploy_enabled"] = false,
            ["socket_mode_enabled"] = url is null,
            ["token_rotation_enabled"] = false,
        },
    };

    // should_escape: without it Slack sends @name as typed, and nobody can tell who that is.
    private static JsonObject Command(Uri? url) => With(url, "url", "slack/commands", new()
    {
        ["command"] = "/flair", ["description"] = "Show somebody's reputation, or set up what this channel hears", ["usage_hint"] = "@user | me | top | subscribe | help", ["should_escape"] = true,
    });

    private static JsonObject OAuth(Uri? url, bool readHistory)
    {
        var oauth = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = Texts(SlackMethod.ScopesOf(readHistory)) } };
        if (url is not null) oauth.Insert(0, "redirect_urls", Texts([Address(url, "slack/oauth/callback")]));
        return oauth;
    }

    private static JsonObject With(Uri? url, string name, string path, JsonObject fields)
    {
        if (url is not null) fields.Insert(0, name, Address(url, path));
        return fields;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);

    private static string Address(Uri url, string path) => $"{url.AbsoluteUri.TrimEnd('/')}/{path}";
}
