using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatFlairBot.Tests.Platforms.Teams.Cards;

/// <summary>The rules of Adaptive Cards and of Teams, as hard as anybody reads them: what is not known here is a fault (adaptivecards.io/explorer).</summary>
internal sealed partial class AdaptiveRules
{
    private const int MostBytes = 28 * 1024;

    private static readonly Dictionary<string, (string[] Known, string[] Needed)> Elements = new(StringComparer.Ordinal)
    {
        ["TextBlock"] = (["text", "weight", "size", "wrap", "style", "spacing", "isSubtle"], ["text"]),
        ["RichTextBlock"] = (["inlines", "spacing", "horizontalAlignment"], ["inlines"]),
        ["TextRun"] = (["text", "weight", "size", "color", "isSubtle", "fontType", "selectAction"], ["text"]),
        ["Image"] = (["url", "altText", "style", "width", "height"], ["url", "altText"]),
        ["ProgressBar"] = (["value", "max", "spacing", "fallback"], ["value", "max", "fallback"]),
        ["FactSet"] = (["facts"], ["facts"]),
        ["Container"] = (["id", "items", "style", "isVisible", "spacing", "separator"], ["items"]),
        ["ColumnSet"] = (["columns"], ["columns"]),
        ["Column"] = (["width", "items", "verticalContentAlignment"], ["width", "items"]),
        ["ActionSet"] = (["id", "actions", "isVisible"], ["actions"]),
        ["Table"] = (["columns", "rows", "firstRowAsHeaders", "showGridLines"], ["columns", "rows"]),
        ["TableRow"] = (["cells"], ["cells"]),
        ["TableCell"] = (["items"], ["items"]),
        ["Input.Text"] = (["id", "label", "value", "placeholder", "maxLength", "isMultiline"], ["id", "label"]),
        ["Input.Number"] = (["id", "label", "value", "min", "max", "errorMessage"], ["id", "label"]),
        ["Input.Time"] = (["id", "label", "value"], ["id", "label"]),
        ["Input.ChoiceSet"] = (["id", "label", "value", "choices", "style", "isMultiSelect", "wrap", "separator"], ["id", "label", "choices"]),
        ["Action.OpenUrl"] = (["title", "url"], ["url"]),
        ["Action.Execute"] = (["title", "verb", "data", "associatedInputs", "tooltip", "style"], ["title", "verb", "data"]),
        ["Action.ToggleVisibility"] = (["title", "targetElements"], ["title", "targetElements"]),
    };

    private static readonly string[] Newer = ["ProgressBar", "Table", "TableRow", "TableCell", "Action.Execute"];

    private static readonly string[] NewerProperties = ["tooltip", "lang", "refresh"];

    private static readonly string[] Verbs = ["congratulate", "why", "settings", "refresh", "subscribe.open", "subscribe.save", "subscribe.preview"];

    private readonly List<string> _faults = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _targets = [];
    private readonly bool _isOld;

    private AdaptiveRules(bool isOld) => _isOld = isOld;

    public static void CheckMessage(JsonObject message)
    {
        Assert.Equal("message", (string?)message["type"]);
        Assert.Equal(["type", "summary", "attachments"], message.Select(one => one.Key));
        Assert.InRange(((string)message["summary"]!).Length, 1, 1_000);
        CheckSize(message);
        Check(Assert.Single(message["attachments"]!.AsArray())!["content"]!.AsObject());
    }

    /// <param name="content">The card.</param>
    /// <param name="isOld">Whether it is of version 1.3, for links that are unfurled.</param>
    public static void Check(JsonObject content, bool isOld = false)
    {
        var rules = new AdaptiveRules(isOld);
        rules.Card(JsonNode.Parse(content.ToJsonString())!.AsObject());
        rules._faults.AddRange(rules._targets.Where(target => !rules._ids.Contains(target)).Select(target => $"nothing is called {target}"));
        Assert.True(rules._faults.Count == 0, $"{string.Join("; ", rules._faults)} in {content.ToJsonString()}");
        CheckSize(content);
    }

    /// <summary>However the JSON is written, and whether somebody counts bytes or UTF-16.</summary>
    public static void CheckSize(JsonObject payload)
    {
        var escaped = payload.ToJsonString();
        var read = JsonNode.Parse(escaped)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(escaped), 1, MostBytes);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(read), 1, MostBytes);
        Assert.InRange(System.Text.Encoding.Unicode.GetByteCount(read), 1, MostBytes);
    }

    private void Card(JsonObject card)
    {
        Keys(card, "AdaptiveCard", ["$schema", "version", "lang", "fallbackText", "msteams", "refresh", "body", "actions"], ["version", "fallbackText", "body"]);
        if ((string?)card["version"] != (_isOld ? "1.3" : "1.5")) _faults.Add($"version {card["version"]}");
        if (card["msteams"] is JsonObject teams && teams.ToJsonString() != """{"width":"Full"}""") _faults.Add($"msteams {teams.ToJsonString()}");
        Marked((string?)card["fallbackText"]);
        foreach (var element in Some(card["body"])) Element(element);
        if (card["actions"] is { } actions) Actions(actions);
        if (card["refresh"] is JsonObject refresh)
        {
            Element(refresh["action"]!);
            if (refresh["userIds"] is JsonArray { Count: > 60 } users) _faults.Add($"{users.Count} refresh");
        }
    }

    // Teams shows no more than six buttons in a row (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference).
    private void Actions(JsonNode? actions)
    {
        var all = Some(actions).ToList();
        if (all.Count > 6) _faults.Add($"{all.Count} buttons");
        foreach (var action in all)
        {
            Element(action);
            if (action["title"] is null) _faults.Add("a button without words");
        }
    }

    private void Element(JsonNode node)
    {
        if (node is JsonValue text)
        {
            Text((string?)text);
            return;
        }

        var element = node.AsObject();
        var type = (string?)element["type"] ?? "";
        if (!Elements.TryGetValue(type, out var rule) || (_isOld && Newer.Contains(type)))
        {
            _faults.Add($"an element of type {type}");
            return;
        }

        Keys(element, type, rule.Known, rule.Needed);
        if (element["id"] is { } id && !_ids.Add((string)id!)) _faults.Add($"two are called {id}");
        if (element["selectAction"] is JsonObject select) Element(select);
        if (element["fallback"] is { } fallback) Element(fallback);
        foreach (var list in (string[])["inlines", "items", "columns", "rows", "cells"]) if (element[list] is JsonArray && !(type == "Table" && list == "columns")) foreach (var part in Some(element[list])) Element(part);
        if (element["actions"] is { } actions) Actions(actions);
        Special(type, element);
    }

    private void Special(string type, JsonObject element)
    {
        switch (type)
        {
            case "TextBlock":
                Marked((string?)element["text"]);
                break;
            case "TextRun":
                Text((string?)element["text"], element["fontType"] is not null);
                break;
            case "FactSet":
                var facts = Some(element["facts"]).ToList();
                if (facts.Count > 10) _faults.Add($"{facts.Count} facts");
                foreach (var fact in facts) Marked((string?)fact["value"]);
                foreach (var fact in facts) if ((string?)fact["title"] is { Length: > 0 } title) Marked(title);
                break;
            case "Image":
                Address((string?)element["url"], Uri.UriSchemeHttps);
                Text((string?)element["altText"]);
                break;
            case "Action.OpenUrl":
                Address((string?)element["url"], Uri.UriSchemeHttp, Uri.UriSchemeHttps);
                break;
            case "Action.Execute":
                if (!Verbs.Contains((string?)element["verb"])) _faults.Add($"the verb {element["verb"]}");
                break;
            case "Action.ToggleVisibility":
                _targets.AddRange(element["targetElements"]!.AsArray().Select(one => (string)one!));
                break;
            case "Input.ChoiceSet":
                Choices(element);
                break;
            case "Input.Time" when element["value"] is { } time && !TimeOnly.TryParseExact((string)time!, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                _faults.Add($"the time {time}");
                break;
            case "Input.Number" when element["value"] is { } number && ((long)number < (long)element["min"]! || (long)number > (long)element["max"]!):
                _faults.Add($"the number {number}");
                break;
        }
    }

    private void Choices(JsonObject element)
    {
        var values = Some(element["choices"]).Select(choice => (string)choice["value"]!).ToList();
        foreach (var choice in Some(element["choices"])) Marked((string?)choice["title"]);
        if (values.Distinct(StringComparer.Ordinal).Count() != values.Count || values.Any(value => value.Contains(',', StringComparison.Ordinal))) _faults.Add($"the choices {string.Join(' ', values)}");
        if (((string?)element["value"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Except(values).Any()) _faults.Add($"the choice {element["value"]}");
    }

    private void Keys(JsonObject element, string type, string[] known, string[] needed)
    {
        if (element.Select(one => one.Key).Except(known).Where(name => name != "type").ToList() is { Count: > 0 } others) _faults.Add($"{type} has {string.Join(", ", others)}");
        if (needed.Where(name => element[name] is null).ToList() is { Count: > 0 } missing) _faults.Add($"{type} lacks {string.Join(", ", missing)}");
        if (_isOld && (element.Any(one => NewerProperties.Contains(one.Key)) || (type == "TextBlock" && element["style"] is not null))) _faults.Add($"{type} has what is newer");
    }

    private IEnumerable<JsonNode> Some(JsonNode? list)
    {
        if (list is not JsonArray { Count: > 0 }) _faults.Add("an empty list");
        return list is JsonArray some ? some.Select(one => one!) : [];
    }

    private void Address(string? address, params string[] schemes)
    {
        if (address is not { Length: <= 2_000 } || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !schemes.Contains(uri.Scheme)) _faults.Add($"the address {address}");
    }

    // What a text run may say: nothing that is replaced, mentions or steers.
    private void Text(string? text, bool mayBreak = false)
    {
        if (string.IsNullOrEmpty(text) || text.Any(sign => char.IsControl(sign) && !(mayBreak && sign == '\n')) || Unwanted().IsMatch(text)) _faults.Add($"the text {text}");
    }

    // What reads Markdown: nothing that means something in it.
    private void Marked(string? text)
    {
        Text(text);
        if (text is not null && Markdown().IsMatch(text)) _faults.Add($"markup in {text}");
    }

    [GeneratedRegex(@"\{\{|</?at\b|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"[*_~`<>&\[\]\\#|{}]|://|^\s*[-+=]|^\s*\d+[.)](\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Markdown();
}
