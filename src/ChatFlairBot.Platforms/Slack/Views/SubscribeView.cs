using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The form in which a manager says what a channel hears (docs.slack.dev/surfaces/modals).</summary>
internal static class SubscribeView
{
    public const string CallbackId = "flair_subscribe";

    /// <summary>The block_id of the row with the preview's button, which is no field.</summary>
    public const string PreviewBlock = "flair_preview";

    /// <summary>The form's private_metadata: the channel's id, and of how many sources one could choose.</summary>
    public const string ChannelField = "channel";
    public const string SourcesField = "sources";

    private const int MostWarnings = 5;

    /// <summary>Fields keep what was written into them when the form is shown again with a preview: their ids stay.</summary>
    public static JsonObject Build(SubscribeForm form)
    {
        var inputs = new SubscribeInputs(form.Now ?? form.Defaults, form.Sources);
        return new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = CallbackId,
            ["title"] = Kit.Plain("Milestones"),
            ["submit"] = Kit.Plain(form.Now is null ? "Subscribe" : "Save"),
            ["close"] = Kit.Plain("Cancel"),
            ["private_metadata"] = SlackMessage.Sent(new JsonObject { [ChannelField] = SlackText.Line(form.Channel.Channel, SlackLimits.Label), [SourcesField] = form.Sources.Count }),
            ["blocks"] = Kit.Array([.. Warnings.Blocks(form.Warnings, MostWarnings), Intro(form), .. inputs.What(), Kit.Divider(), .. inputs.When(), .. Preview(form.Preview)]),
        };
    }

    /// <summary>Reads a form that was sent or is being filled in; never throws, whatever it is given.</summary>
    /// <param name="view">The <c>view</c> of a view_submission or of a block_actions payload.</param>
    public static SubscribeAnswer Read(JsonElement view) => new SubscribeReader(new FormState(view)).Read();

    private static JsonObject Intro(SubscribeForm form) => RichText.Block(RichText.Section(
        RichText.Text("What "),
        SlackText.Line(form.ChannelName, SlackLimits.Header) is { Length: > 0 } name ? RichText.Bold($"#{name}") : RichText.Channel(form.Channel.Channel),
        RichText.Text(" hears of.")));

    private static IEnumerable<JsonObject> Preview(string? text)
    {
        yield return Kit.Divider();
        if (SlackText.Lines(text, SlackLimits.Text) is { Length: > 0 } shown) yield return Kit.Section(shown);
        yield return Kit.Actions(PreviewBlock, [KitButtons.Button(ActionIds.PreviewForm, "Preview", "preview", "Preview: how many cards this would bring")]);
    }
}
