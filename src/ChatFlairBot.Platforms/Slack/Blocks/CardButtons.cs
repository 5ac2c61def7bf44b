using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>What can be done about a card, as buttons.</summary>
internal static class CardButtons
{
    /// <summary>The block_id of the buttons under a card.</summary>
    public const string Block = "flair_actions";

    private const int LongestKey = 100;

    /// <returns>The row of buttons, or null when there is nothing to do.</returns>
    public static JsonObject? Of(Card card)
    {
        var buttons = card.Actions.DistinctBy(action => action.Kind).Select(Button).OfType<JsonObject>().ToList();
        if (SlackAddress.Of(card.Link) is { } address) buttons.Insert(Math.Min(1, buttons.Count), Open(card.Kind, address));
        return buttons.Count == 0 ? null : Kit.Actions(Block, buttons);
    }

    // A key that is none, or is cut, leads to no card: whoever pressed the button could not be answered.
    private static JsonObject? Button(CardAction action) => (SlackText.Line(action.Delivery, LongestKey + 1), action.Kind) switch
    {
        ({ Length: 0 or > LongestKey }, _) => null,
        (var delivery, CardActionKind.Congratulate) => KitButtons.Button(ActionIds.Congratulate, Counted(action.Count), delivery, Said(action.Count)),
        (var delivery, CardActionKind.Why) => KitButtons.Button(ActionIds.Why, "Why?", delivery, "Why? What this card rests on"),
        (var delivery, CardActionKind.Settings) => KitButtons.Button(ActionIds.Settings, "Settings", delivery, "Settings: what this channel hears"),
        _ => null,
    };

    private static JsonObject Open(CardKind kind, string address) => kind is CardKind.Milestone or CardKind.Flair
        ? KitButtons.Link(ActionIds.Open, "Open profile", address, "Open profile in the browser")
        : KitButtons.Link(ActionIds.Open, "Open", address, "Open in the browser");

    private static string Counted(int count) => count > 0 ? $"👏 Congratulate · {CardMaker.Number(count)}" : "👏 Congratulate";

    private static string Said(int count) => count switch
    {
        <= 0 => "Congratulate",
        1 => "Congratulate; 1 colleague did already",
        _ => $"Congratulate; {CardMaker.Number(count)} colleagues did already",
    };
}
