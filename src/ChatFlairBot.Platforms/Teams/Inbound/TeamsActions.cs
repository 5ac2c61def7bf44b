using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Platforms.Teams.Install;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>
/// Follows the buttons of cards. What is answered stands in the card's place for whoever pressed it
/// (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards).
/// </summary>
internal sealed class TeamsActions(Congratulating congratulating, IDeliveryStore deliveries, FlairCommands commands, TeamsWorkspaces workspaces, TeamsMembers members, TeamsForms forms, TeamsCards cards)
{
    private const string Unknown = "I don't know this card any more: it was taken back, or it is of an earlier installation.";

    /// <summary>A sentence, shown for a moment.</summary>
    public static JsonObject Told(string text) => Answer("application/vnd.microsoft.activity.message", text);

    public async Task<JsonObject?> AnswerAsync(TeamsActivity activity, CancellationToken token)
    {
        if (activity.Value.At("action") is not { } action || action.Text("verb") is not { } verb) return Refused("There is no verb.");
        var asker = await members.SenderAsync(activity, token);
        if (asker.Refusal is { } refusal) return Told($"I can't answer you here: Teams says that this account {refusal}");
        var from = new TeamsContext(activity, await workspaces.OfAsync(activity, token), asker);
        var data = action.At("data") ?? default;
        return verb switch
        {
            TeamsVerbs.Congratulate => await CongratulateAsync(from, data, token),
            TeamsVerbs.Refresh => await congratulating.ShowAsync(Key(data), from.Channel, token) is { } card ? Shown(cards.Content(card)) : Told(Unknown),
            TeamsVerbs.Why => await WhyAsync(from, data, token),
            TeamsVerbs.Settings => Shown(Back(await forms.OpenAsync(from, from.Channel, token), data)),
            TeamsVerbs.OpenForm => await InFormAsync(from, data, channel => forms.OpenAsync(from, channel, token), token),
            TeamsVerbs.SaveForm => await InFormAsync(from, data, channel => forms.SaveAsync(from, channel, data, token), token),
            TeamsVerbs.PreviewForm => await InFormAsync(from, data, channel => forms.PreviewAsync(from, channel, data, token), token),
            _ => Refused("I know no such button."),
        };
    }

    private async Task<JsonObject> CongratulateAsync(TeamsContext from, JsonElement data, CancellationToken token)
    {
        var key = Key(data);
        var result = await congratulating.AddAsync(key, from.Channel, from.Asker.Member.Id, token);
        if (result.As is CongratulatedAs.Self) return Told("That is you. Well done! Only others' congratulations are counted.");
        if (result.Card is not { } card) return Told(Unknown);
        // Whoever pressed it sees it now; everybody else as soon as the outbox comes round, so that a crowd's congratulations are one change.
        if (result.As is CongratulatedAs.First && Delivery.NumberOf(key) is { } number) await deliveries.AmendAsync(number, AmendmentKind.Correct, token);
        return Shown(cards.Content(card));
    }

    private async Task<JsonObject> WhyAsync(TeamsContext from, JsonElement data, CancellationToken token)
    {
        var command = new FlairCommand.Why(null, Key(data));
        return Shown(Back(cards.Content((await commands.AnswerAsync(command, from.Request(command, from.Channel), token)).Card), data));
    }

    private async Task<JsonObject> InFormAsync(TeamsContext from, JsonElement data, Func<ChannelAddress, Task<JsonObject>> show, CancellationToken token) =>
        await forms.ChannelAsync(from, data, token) is { } channel ? Shown(await show(channel)) : Told("That channel is not one of this team.");

    // The card itself is gone from the asker's view until this is pressed.
    private static JsonObject Back(JsonObject content, JsonElement data)
    {
        if (Key(data) is not { Length: > 0 } key) return content;
        if (content["actions"] is not JsonArray actions) content["actions"] = actions = [];
        actions.Add(Adaptive.Execute("Back to the card", TeamsVerbs.Refresh, new JsonObject { [TeamsVerbs.Delivery] = key }));
        return content;
    }

    private static string Key(JsonElement data) => data.Text(TeamsVerbs.Delivery) ?? "";

    private static JsonObject Shown(JsonObject content) => Answer(Adaptive.ContentType, content);

    private static JsonObject Refused(string why) => new()
    {
        ["statusCode"] = 400, ["type"] = "application/vnd.microsoft.error", ["value"] = new JsonObject { ["code"] = "BadRequest", ["message"] = why },
    };

    private static JsonObject Answer(string type, JsonNode value) => new() { ["statusCode"] = 200, ["type"] = type, ["value"] = value };
}
