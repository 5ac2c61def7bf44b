using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>What can be done about a card, as buttons.</summary>
internal static class CardButtons
{
    /// <summary>What asking for a fresh card takes, in bytes.</summary>
    public const int RoomOfRefresh = 1_200;

    private const int LongestKey = 100;

    public static List<JsonObject> Of(Card card, CardDress dress)
    {
        // A card unfurled from a link knows none that the bot answers.
        List<JsonObject> buttons = dress is CardDress.Plain ? [] : [.. card.Actions.DistinctBy(action => action.Kind).Select(Button).OfType<JsonObject>()];
        if (WebAddress.Written(card.Link) is { } address) buttons.Insert(Math.Min(1, buttons.Count), Adaptive.OpenUrl(card.Kind is CardKind.Milestone or CardKind.Flair ? "Open profile" : "Open", address));
        return buttons;
    }

    /// <summary>
    /// How Teams asks for the count of now whenever it shows a card that can be congratulated
    /// (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards).
    /// </summary>
    public static JsonObject? Refresh(Card card, string? member)
    {
        if (card.Actions.FirstOrDefault(one => one.Kind is CardActionKind.Congratulate && Key(one) is not null) is not { } action) return null;
        var refresh = new JsonObject { ["action"] = Adaptive.Execute("Refresh", TeamsVerbs.Refresh, Data(Key(action)!)) };
        if (member is { Length: > 0 and <= 200 }) refresh["userIds"] = new JsonArray(member);
        return refresh;
    }

    // A key that is none, or is cut, leads to no card: whoever pressed the button could not be answered.
    private static JsonObject? Button(CardAction action) => (Key(action), action.Kind) switch
    {
        (null, _) => null,
        ({ } key, CardActionKind.Congratulate) => Adaptive.Execute(Counted(action.Count), TeamsVerbs.Congratulate, Data(key)).With("tooltip", Said(action.Count)),
        ({ } key, CardActionKind.Why) => Adaptive.Execute("Why?", TeamsVerbs.Why, Data(key)).With("tooltip", "What this card rests on"),
        ({ } key, CardActionKind.Settings) => Adaptive.Execute("Settings", TeamsVerbs.Settings, Data(key)).With("tooltip", "What this channel hears"),
        _ => null,
    };

    private static string? Key(CardAction action) => TeamsText.Line(action.Delivery, LongestKey + 1) is { Length: > 0 and <= LongestKey } key ? key : null;

    private static JsonObject Data(string key) => new() { [TeamsVerbs.Delivery] = key };

    private static string Counted(int count) => count > 0 ? $"👏 Congratulate · {CardMaker.Number(count)}" : "👏 Congratulate";

    private static string Said(int count) => count switch
    {
        <= 0 => "Be the first to congratulate",
        1 => "1 colleague did already",
        _ => $"{CardMaker.Number(count)} colleagues did already",
    };
}
