using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

/// <summary>Slack's rules for rich text (docs.slack.dev/reference/block-kit/blocks/rich-text-block). Nothing that pings is known here.</summary>
internal sealed class RichTextRules(BlockRules rules)
{
    public void Element(JsonObject element)
    {
        switch ((string?)element["type"])
        {
            case "rich_text_section":
                rules.Keys(element, ["type", "elements"], ["elements"]);
                foreach (var part in rules.Some(element["elements"], 250)) Part(part);
                break;
            case "rich_text_list":
                rules.Keys(element, ["type", "style", "indent", "elements"], ["style", "elements"]);
                foreach (var section in rules.Some(element["elements"], 100)) Element(section);
                break;
            case "rich_text_preformatted":
                rules.Keys(element, ["type", "elements"], ["elements"]);
                foreach (var part in rules.Some(element["elements"], 1)) Part(part);
                break;
            case var other:
                rules.Fault($"rich text of type {other}");
                break;
        }
    }

    private void Part(JsonObject part)
    {
        switch ((string?)part["type"])
        {
            case "text":
                rules.Keys(part, ["type", "text", "style"], ["text"]);
                if ((string?)part["text"] is not ("  " or " " or "\n")) rules.Text((string?)part["text"], 8_000, "text");
                break;
            case "link":
                rules.Keys(part, ["type", "url", "text", "style"], ["url", "text"]);
                rules.Address((string?)part["url"], Uri.UriSchemeHttp, Uri.UriSchemeHttps);
                rules.Text((string?)part["text"], 3_000, "text");
                break;
            case "channel":
                rules.Keys(part, ["type", "channel_id"], ["channel_id"]);
                rules.Text((string?)part["channel_id"], 30, "channel_id");
                break;
            case var other:
                rules.Fault($"a part of type {other}");
                break;
        }
    }
}
