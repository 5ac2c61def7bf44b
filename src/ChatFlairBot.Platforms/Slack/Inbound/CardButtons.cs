using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>The buttons of a card: Congratulate, Why, Settings.</summary>
internal sealed class CardButtons(Congratulating congratulating, IDeliveryStore deliveries, FlairCommands commands, SlackMembers members, SubscribeForms forms, ResponseUrls urls, SlackSay say)
{
    public async Task CongratulateAsync(SlackContext from, JsonElement payload, JsonElement action, CancellationToken token)
    {
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        if (asker.Refusal is not null) return;
        var (key, channel) = (action.Text("value") ?? "", from.Channel(ChannelOf(payload)));
        var result = await congratulating.AddAsync(key, channel, asker.Member.Id, token);
        var url = payload.Text("response_url");
        switch (result.As)
        {
            case CongratulatedAs.First when result.Card is { } card:
                // The card itself shows it; when this way is closed the outbox's does it.
                if (!await urls.SendAsync(url, say.Instead(card), token) && Delivery.NumberOf(key) is { } number) await deliveries.AmendAsync(number, AmendmentKind.Correct, token);
                break;
            case CongratulatedAs.Again:
                await urls.SendAsync(url, say.Privately("You did already", "Your congratulation is counted."), token);
                break;
            case CongratulatedAs.Self:
                await urls.SendAsync(url, say.Privately("That is you", "Well done! Only others' congratulations are counted."), token);
                break;
            default:
                await urls.SendAsync(url, say.Privately("I don't know this card any more", "It was taken back, or it is of an earlier installation."), token);
                break;
        }
    }

    public async Task WhyAsync(SlackContext from, JsonElement payload, JsonElement action, CancellationToken token)
    {
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        var answer = await commands.AnswerAsync(new FlairCommand.Why(null, action.Text("value") ?? ""), from.Request(asker, ChannelOf(payload), ""), token);
        await urls.SendAsync(payload.Text("response_url"), say.Privately(answer.Card), token);
    }

    /// <summary>The form for whoever may change it; for everybody else what the channel hears.</summary>
    public async Task SettingsAsync(SlackContext from, JsonElement payload, CancellationToken token)
    {
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        var request = from.Request(asker, ChannelOf(payload), "");
        if (payload.Text("trigger_id") is { } trigger && await forms.OpenAsync(from, request, asker.Zone, trigger, payload.At("channel")?.Text("name"), token)) return;
        var answer = await commands.AnswerAsync(new FlairCommand.Settings(null), request, token);
        await urls.SendAsync(payload.Text("response_url"), say.Privately(answer.Card), token);
    }

    private static string ChannelOf(JsonElement payload) => payload.At("channel")?.Text("id") ?? payload.At("container")?.Text("channel_id") ?? "";
}
