using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Views;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Answers as Slack takes them, with an acknowledgement and at a response address alike.</summary>
internal sealed class SlackSay(SlackCards cards)
{
    /// <summary>To the asker alone.</summary>
    public JsonObject Privately(Card card) => Message(card, "ephemeral");

    /// <summary>To the asker alone, a sentence.</summary>
    public JsonObject Privately(string title, string text) => Privately(Notice(title, text));

    /// <summary>In the place of a form that was sent (docs.slack.dev/surfaces/modals, "Updating a view").</summary>
    public JsonObject InForm(Card card) => new() { ["response_action"] = "update", ["view"] = NoticeView.Build(cards.Of(card).Blocks) };

    public JsonObject InForm(string title, string text) => InForm(Notice(title, text));

    /// <summary>To everybody in the channel; Slack shows the typed command with it.</summary>
    public JsonObject Openly(Card card) => Message(card, "in_channel");

    /// <summary>In the place of the message whose button was pressed.</summary>
    public JsonObject Instead(Card card)
    {
        var message = Message(card, "in_channel");
        message["replace_original"] = true;
        return message;
    }

    private static Card Notice(string title, string text) => new(CardKind.Notice, title, $"{title}. {text}") { Text = text };

    private JsonObject Message(Card card, string type)
    {
        var message = cards.Of(card);
        return new JsonObject
        {
            ["response_type"] = type,
            ["replace_original"] = false,
            ["text"] = message.Text,
            ["blocks"] = message.Blocks,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
    }
}
