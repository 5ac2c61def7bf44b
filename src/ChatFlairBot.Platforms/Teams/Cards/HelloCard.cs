using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>What a channel reads when the bot comes to its team (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages asks for who added it and what it does).</summary>
internal static class HelloCard
{
    /// <param name="cards">Make the card around it.</param>
    /// <param name="channel">The id of the channel that was chosen.</param>
    /// <param name="addedBy">Who added it; null when nobody said.</param>
    /// <param name="name">What to write after @ to speak to it.</param>
    public static JsonObject Build(TeamsCards cards, string channel, string? addedBy, string name = TeamsWords.Bot)
    {
        var content = cards.Content(Card(addedBy, name));
        content["actions"] = new JsonArray(Adaptive.Execute("Choose what this channel hears", TeamsVerbs.OpenForm, new JsonObject { [TeamsVerbs.Channel] = channel }).With("style", "Positive"));
        return content;
    }

    /// <summary>The same in neutral words.</summary>
    public static Card Card(string? addedBy, string name = TeamsWords.Bot)
    {
        var who = addedBy is null ? "" : TeamsText.Line(addedBy, 100);
        var text = $"{(who.Length > 0 ? $"{who}{CardText.Turn(who)} added me. " : "")}I celebrate reputation milestones of your knowledge platforms, here and nowhere else, once a manager says what this channel wants to hear.";
        return new Card(CardKind.Help, $"Hello, I am {name}", $"Hello, I am {name}. {text}")
        {
            Text = text,
            Rows =
            [
                new("", $"@{name} me", "what you have earned"), new("", $"@{name} @colleague", "what a colleague has earned"), new("", $"@{name} help", "all that I can do"),
                new("", $"@{name} share never", "and nobody hears of your milestones"),
            ],
        };
    }
}
