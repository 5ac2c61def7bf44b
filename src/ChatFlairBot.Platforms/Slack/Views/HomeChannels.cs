using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The part of a home tab that managers see: which channel hears what.</summary>
internal static class HomeChannels
{
    private const int Most = 20;

    /// <summary>A title, the channel's facts, its buttons and a line below.</summary>
    private const int BlocksOfOne = 4;

    /// <param name="channels">All of them.</param>
    /// <param name="room">How many blocks there may be, 4 or above.</param>
    public static IEnumerable<JsonObject> Blocks(IReadOnlyList<HomeChannel> channels, int room)
    {
        yield return Kit.Header("What channels hear");
        yield return Kit.Actions(
            "flair_channels",
            [
                new JsonObject
                {
                    ["type"] = "conversations_select",
                    ["action_id"] = ActionIds.Add,
                    ["placeholder"] = Kit.Plain("Add or edit a channel"),
                    ["filter"] = new JsonObject { ["include"] = new JsonArray("public", "private"), ["exclude_bot_users"] = true },
                },
            ]);
        var shown = channels.Take(Math.Min(Most, (room - 3) / BlocksOfOne)).ToList();
        foreach (var block in shown.SelectMany(Channel)) yield return block;
        if (channels.Count == 0) yield return Kit.Context("No channel hears of milestones yet. Choose one above, or write /flair subscribe in it.");
        else if (channels.Count > shown.Count) yield return Kit.Context($"{CardMaker.Number(channels.Count - shown.Count)} more are not shown: choose one above, or write /flair settings in it.");
    }

    private static IEnumerable<JsonObject> Channel(HomeChannel channel, int index)
    {
        yield return Kit.Divider();
        yield return RichText.Block(RichText.Section([RichText.Channel(channel.Id), .. States(channel)]));
        if (CardFacts.Fields(channel.Facts) is { Count: > 0 } facts) yield return Kit.Fields(facts);
        yield return channel.IsFixed ? Kit.Context("Fixed in the settings of the bot: chat cannot change it.") : Buttons(channel, index);
    }

    private static JsonObject[] States(HomeChannel channel)
    {
        string[] states = [.. channel.IsPaused ? ["paused"] : Array.Empty<string>(), .. channel.IsShared ? ["shared with another company"] : Array.Empty<string>()];
        return states.Length == 0 ? [] : [RichText.Text("  "), RichText.Text(string.Join(" · ", states), "italic")];
    }

    private static JsonObject Buttons(HomeChannel channel, int index)
    {
        var (id, number) = (SlackText.Line(channel.Id, SlackLimits.ActionValue), CardMaker.Number(index + 1));
        return Kit.Actions(
            $"flair_channel_{index}",
            [
                KitButtons.Button(ActionIds.Edit, "Edit", id, $"Edit what the channel in place {number} hears"),
                KitButtons.Button(ActionIds.Unsubscribe, "Unsubscribe", id, $"Unsubscribe the channel in place {number}")
                    .Asking("Unsubscribe?", "The channel hears of no milestones any more, and those that wait for it are dropped.", "Unsubscribe", "Keep it"),
            ]);
    }
}
