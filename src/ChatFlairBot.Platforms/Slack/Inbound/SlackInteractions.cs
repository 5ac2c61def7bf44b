using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Platforms.Slack.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Follows buttons and forms. A button is acknowledged at once; a form waits for its faults.</summary>
internal sealed class SlackInteractions(
    [FromKeyedServices(SlackOptions.Platform)] InboundWork work, [FromKeyedServices(SlackOptions.Platform)] PromptAnswer prompt, CardButtons buttons, HomeButtons home, SubscribeForms forms, ResponseUrls urls, SlackSay say)
{
    public async Task<JsonNode?> AnswerAsync(SlackContext from, JsonElement payload, CancellationToken token)
    {
        switch (payload.Text("type"))
        {
            case "block_actions" when payload.At("actions") is { ValueKind: JsonValueKind.Array } actions:
                foreach (var action in actions.EnumerateArray().Take(5)) await FollowAsync(from, payload, action, token);
                return null;
            case "view_submission" when payload.At("view") is { } view && view.Text("callback_id") == SubscribeView.CallbackId:
                // When it takes too long the form closes, and what was kept shows in /flair settings.
                return await prompt.OfAsync(stopping => forms.SaveAsync(from, view, say.InForm, stopping), (_, _) => Task.CompletedTask, text => say.InForm("That did not work", text), token);
            default:
                return null;
        }
    }

    private async Task FollowAsync(SlackContext from, JsonElement payload, JsonElement action, CancellationToken token)
    {
        Func<CancellationToken, Task>? follow = action.Text("action_id") switch
        {
            ActionIds.Congratulate => stopping => buttons.CongratulateAsync(from, payload, action, stopping),
            ActionIds.Why => stopping => buttons.WhyAsync(from, payload, action, stopping),
            ActionIds.Settings => stopping => buttons.SettingsAsync(from, payload, stopping),
            ActionIds.Share => stopping => home.ShareAsync(from, action, stopping),
            ActionIds.Edit or ActionIds.Add => stopping => home.EditAsync(from, payload, action, stopping),
            ActionIds.Unsubscribe => stopping => home.UnsubscribeAsync(from, action, stopping),
            ActionIds.PreviewForm when payload.At("view") is { } view => stopping => forms.PreviewAsync(from, view, stopping),
            // A button that only leads somewhere, or one of an older version.
            _ => null,
        };
        if (follow is null || work.TryAdd(follow)) return;
        await urls.SendAsync(payload.Text("response_url"), say.Privately("Not now", "I have more to do than I can take right now. Try again in a minute."), token);
    }
}
