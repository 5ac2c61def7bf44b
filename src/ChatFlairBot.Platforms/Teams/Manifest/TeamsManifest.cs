using System.Text.Json.Nodes;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Platforms.Teams.Cards;

namespace ChatFlairBot.Platforms.Teams.Manifest;

/// <summary>What a Teams app is made from (learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema).</summary>
/// <remarks>
/// 1.25 is taken by tenants that are years behind; commands after a slash need 1.29. It asks for no permission beyond a bot's own
/// (resource-specific consent), so the dialog of whoever installs it is the shortest there is.
/// </remarks>
internal static class TeamsManifest
{
    /// <summary>The search of the message extension, and what it is given.</summary>
    public const string Search = "flairQuery";
    public const string SearchedName = "q";

    /// <summary>What a list of commands may hold, from 1.25 on.</summary>
    private const int MostCommands = 12;

    private const int LongestName = 32;
    private const string Accent = "#17403d";

    /// <param name="url">Where people and Teams reach the bot over https.</param>
    /// <param name="app">The Azure Bot's application id.</param>
    /// <param name="hasSlash">Whether commands may be chosen after a slash, whose answer nobody else sees.</param>
    /// <param name="domains">Hosts whose links to profiles are shown as cards.</param>
    /// <param name="developer">Who runs it, as the app's page says; cut at 32 characters.</param>
    public static JsonObject Make(Uri url, Guid app, bool hasSlash, IEnumerable<string> domains, string developer)
    {
        var (version, page) = (hasSlash ? "1.29" : "1.25", $"{url.AbsoluteUri.TrimEnd('/')}/teams/install");
        return new JsonObject
        {
            ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{version}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = version,
            ["version"] = hasSlash ? "1.1.0" : "1.0.0",
            ["id"] = app.ToString(),
            ["developer"] = new JsonObject
            {
                ["name"] = Core.Cards.CardLimits.Cut(developer, LongestName), ["websiteUrl"] = page, ["privacyUrl"] = $"{page}#sees", ["termsOfUseUrl"] = $"{page}#does",
            },
            ["name"] = new JsonObject { ["short"] = TeamsWords.Bot, ["full"] = "ChatFlair: reputation milestones" },
            ["description"] = new JsonObject
            {
                ["short"] = "Celebrates reputation milestones, and tells who knows what",
                ["full"] = "ChatFlair watches reputation on the knowledge platforms that your company uses. It posts a card when somebody reaches a milestone, in the channels that asked for it, "
                    + "within the hours and the number a day that were set there. Mention it with a colleague to see what that colleague has earned, or search for somebody while you write a message. "
                    + "Everybody says for themselves who may see it.",
            },
            ["icons"] = new JsonObject { ["color"] = TeamsPackage.Color, ["outline"] = TeamsPackage.Outline },
            ["accentColor"] = Accent,
            ["bots"] = new JsonArray(Bot(app, hasSlash)),
            ["composeExtensions"] = new JsonArray(Extension(app, domains)),
            ["defaultInstallScope"] = "team",
            ["defaultGroupCapability"] = new JsonObject { ["team"] = "bot", ["groupchat"] = "bot" },
            ["validDomains"] = new JsonArray(url.Host),
        };
    }

    private static JsonObject Bot(Guid app, bool hasSlash)
    {
        var bot = new JsonObject
        {
            ["botId"] = app.ToString(),
            ["scopes"] = new JsonArray("team", "personal", "groupChat"),
            ["isNotificationOnly"] = false,
            ["supportsFiles"] = false,
            ["commandLists"] = new JsonArray(Commands(CommandPlace.Channel, hasSlash, "team", "groupChat"), Commands(CommandPlace.Alone, hasSlash: false, "personal")),
        };
        return hasSlash ? bot.With("supportsTargetedMessages", true) : bot;
    }

    // What help lists, so that menu and help say the same. After a slash only where others read along (.../bots/how-to/conversations/targeted-messages).
    private static JsonObject Commands(CommandPlace place, bool hasSlash, params string[] scopes)
    {
        var commands = FlairLanguage.Commands.Where(one => one.Words.Count > 0 && !one.ForManagers && (one.Place is CommandPlace.Anywhere || one.Place == place)).Take(MostCommands)
            .Select(one => (JsonNode)new JsonObject { ["title"] = one.Examples[0], ["description"] = one.Meaning.Replace("/flair", $"@{TeamsWords.Bot}", StringComparison.Ordinal) });
        var list = new JsonObject { ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]), ["commands"] = Adaptive.Array(commands) };
        if (hasSlash) list.Insert(0, "triggers", new JsonArray("mention", "slash"));
        return list;
    }

    private static JsonObject Extension(Guid app, IEnumerable<string> domains)
    {
        var extension = new JsonObject
        {
            ["botId"] = app.ToString(),
            ["commands"] = new JsonArray(new JsonObject
            {
                ["id"] = Search,
                ["type"] = "query",
                ["title"] = "Find a colleague",
                ["description"] = "What a colleague has earned, as a card for your message",
                ["initialRun"] = true,
                ["context"] = new JsonArray("compose", "commandBox"),
                ["parameters"] = new JsonArray(new JsonObject { ["name"] = SearchedName, ["title"] = "Name", ["description"] = "A first or last name, or how it begins", ["inputType"] = "text" }),
            }),
        };
        JsonNode[] hosts = [.. domains.Distinct(StringComparer.OrdinalIgnoreCase).Select(host => JsonValue.Create(host))];
        if (hosts.Length > 0) extension["messageHandlers"] = new JsonArray(new JsonObject { ["type"] = "link", ["value"] = new JsonObject { ["domains"] = new JsonArray(hosts) } });
        return extension;
    }
}
