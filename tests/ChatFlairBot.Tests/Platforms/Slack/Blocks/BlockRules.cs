using System.Buffers;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

/// <summary>Slack's own rules for blocks, as hard as Slack reads them: what is not known here is a fault (docs.slack.dev/reference/block-kit).</summary>
internal sealed class BlockRules
{
    private static readonly SearchValues<char> Steering = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200B\uFEFF\uFFFF");
    private static readonly SearchValues<char> Breaking = SearchValues.Create("|<> ");

    private static readonly string[] Pinging = ["<!", "<@", "<#"];

    private readonly List<string> _faults = [];
    private readonly HashSet<string> _blockIds = new(StringComparer.Ordinal);

    public static void CheckMessage(SlackMessage message)
    {
        var rules = new BlockRules();
        rules.Text(message.Text, 4_000, "text");
        rules.Blocks(message.Blocks, 50, []);
        if (message.BlocksText.Length > 12_000) rules._faults.Add($"The blocks have {message.BlocksText.Length} characters.");
        Assert.True(rules._faults.Count == 0, $"{string.Join("; ", rules._faults)} in {message.BlocksText}");
    }

    public static void CheckView(JsonObject view)
    {
        var rules = new BlockRules();
        var isModal = (string?)view["type"] == "modal";
        string[] known = isModal ? ["type", "callback_id", "title", "submit", "close", "private_metadata", "blocks"] : ["type", "callback_id", "blocks"];
        rules.Keys(view, known, isModal ? ["type", "title", "submit", "blocks"] : ["type", "blocks"]);
        rules.Text((string?)view["callback_id"], 255, "callback_id");
        foreach (var name in (string[])["title", "submit", "close"]) if (view[name] is JsonObject text) rules.TextObject(text, 24, isPlain: true);
        if (view["private_metadata"] is { } carried) rules.Text((string?)carried, 3_000, "private_metadata");
        rules.Blocks(view["blocks"]!.AsArray(), 100, ["input"]);
        Assert.True(rules._faults.Count == 0, $"{string.Join("; ", rules._faults)} in {view.ToJsonString()}");
    }

    private void Blocks(JsonArray blocks, int most, string[] besides)
    {
        if (blocks.Count < 1 || blocks.Count > most) _faults.Add($"{blocks.Count} blocks");
        foreach (var block in blocks.Select(one => one!.AsObject()))
        {
            if (block["block_id"] is { } id && (!_blockIds.Add((string)id!) || ((string)id!).Length > 255)) _faults.Add($"block_id {id} is there twice or too long");
            Block(block, besides);
        }
    }

    private void Block(JsonObject block, string[] besides)
    {
        switch ((string?)block["type"])
        {
            case "header":
                Keys(block, ["type", "text", "block_id"], ["text"]);
                TextObject(block["text"]!.AsObject(), 150, isPlain: true);
                break;
            case "divider":
                Keys(block, ["type", "block_id"], []);
                break;
            case "section":
                Section(block);
                break;
            case "context":
                Keys(block, ["type", "elements", "block_id"], ["elements"]);
                foreach (var element in Some(block["elements"], 10)) if ((string?)element["type"] == "image") Image(element); else TextObject(element, 3_000);
                break;
            case "actions":
                Keys(block, ["type", "elements", "block_id"], ["elements"]);
                var elements = Some(block["elements"], 25).ToList();
                if (elements.Select(one => (string?)one["action_id"]).Distinct().Count() != elements.Count) _faults.Add("an action_id twice in a block");
                foreach (var element in elements) new ElementRules(this).Check(element, isInput: false);
                break;
            case "input" when besides.Contains("input"):
                Keys(block, ["type", "block_id", "label", "element", "hint", "optional", "dispatch_action"], ["label", "element", "block_id"]);
                TextObject(block["label"]!.AsObject(), 2_000, isPlain: true);
                if (block["hint"] is JsonObject hint) TextObject(hint, 2_000, isPlain: true);
                new ElementRules(this).Check(block["element"]!.AsObject(), isInput: true);
                break;
            case "rich_text":
                Keys(block, ["type", "elements", "block_id"], ["elements"]);
                foreach (var element in Some(block["elements"], 1_000)) new RichTextRules(this).Element(element);
                break;
            case var other:
                _faults.Add($"a block of type {other}");
                break;
        }
    }

    private void Section(JsonObject block)
    {
        Keys(block, ["type", "text", "fields", "accessory", "block_id"], []);
        if (block["text"] is null && block["fields"] is null) _faults.Add("a section of nothing");
        if (block["text"] is JsonObject text) TextObject(text, 3_000);
        if (block["fields"] is { } fields) foreach (var field in Some(fields, 10)) TextObject(field, 2_000);
        if (block["accessory"] is JsonObject accessory) if ((string?)accessory["type"] == "image") Image(accessory); else new ElementRules(this).Check(accessory, isInput: false);
    }

    private void Image(JsonObject image)
    {
        Keys(image, ["type", "image_url", "alt_text"], ["image_url", "alt_text"]);
        Address((string?)image["image_url"], Uri.UriSchemeHttps);
        Text((string?)image["alt_text"], 2_000, "alt_text");
    }

    public void Address(string? address, params string[] schemes)
    {
        if (address is not { Length: <= 3_000 } || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !schemes.Contains(uri.Scheme) || address.AsSpan().ContainsAny(Breaking)) _faults.Add($"the address {address}");
    }

    public void TextObject(JsonObject text, int most, bool isPlain = false)
    {
        var isMrkdwn = (string?)text["type"] == "mrkdwn";
        Keys(text, isMrkdwn ? ["type", "text"] : ["type", "text", "emoji"], ["text"]);
        if ((string?)text["type"] != "plain_text" && (isPlain || !isMrkdwn)) _faults.Add($"a text of type {text["type"]}");
        if (Pinging.Any(mark => ((string?)text["text"] ?? "").Contains(mark, StringComparison.Ordinal))) _faults.Add($"a mention in {text["text"]}");
        if (isMrkdwn && ((string?)text["text"] ?? "").AsSpan().ContainsAny('<', '>')) _faults.Add($"markup in {text["text"]}");
        Text((string?)text["text"], most, "text");
    }

    public void Text(string? text, int most, string what)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > most) _faults.Add($"{what} of {text?.Length ?? 0} characters: {text}");
        else if (text.Any(sign => char.IsControl(sign) && sign != '\n') || text.AsSpan().ContainsAny(Steering) || !IsWhole(text)) _faults.Add($"{what} has signs that steer: {text}");
    }

    public IEnumerable<JsonObject> Some(JsonNode? array, int most)
    {
        if (array is not JsonArray { Count: > 0 } some || some.Count > most) _faults.Add($"a list of {(array as JsonArray)?.Count ?? 0} where 1 to {most} may be");
        return array is JsonArray list ? list.Select(one => one!.AsObject()) : [];
    }

    public void Keys(JsonObject element, string[] known, string[] needed)
    {
        if (element.Select(one => one.Key).Except(known).ToList() is { Count: > 0 } others) _faults.Add($"{element["type"]} has {string.Join(", ", others)}");
        if (needed.Where(name => element[name] is null).ToList() is { Count: > 0 } missing) _faults.Add($"{element["type"]} lacks {string.Join(", ", missing)}");
    }

    public void Fault(string fault) => _faults.Add(fault);

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) at++;
            else if (char.IsSurrogate(text[at])) return false;
        }

        return true;
    }
}
