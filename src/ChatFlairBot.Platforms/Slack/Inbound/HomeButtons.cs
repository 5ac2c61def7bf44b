using System.Text.Json;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Views;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>The buttons of the bot's home.</summary>
internal sealed class HomeButtons(FlairCommands commands, SlackMembers members, SubscribeForms forms, SlackHome home)
{
    public async Task ShareAsync(SlackContext from, JsonElement action, CancellationToken token)
    {
        if (HomeView.Meant(action.At("selected_option")?.Text("value")) is not { } wish) return;
        await AnswerAsync(from, new FlairCommand.Share(wish), "home", token);
        await home.PublishAsync(from, token);
    }

    public async Task EditAsync(SlackContext from, JsonElement payload, JsonElement action, CancellationToken token)
    {
        if ((action.Text("value") ?? action.Text("selected_conversation") ?? action.Text("selected_channel")) is not { } channel || payload.Text("trigger_id") is not { } trigger) return;
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        await forms.OpenAsync(from, from.Request(asker, channel, ""), asker.Zone, trigger, name: null, token);
    }

    public async Task UnsubscribeAsync(SlackContext from, JsonElement action, CancellationToken token)
    {
        if (action.Text("value") is not { } channel) return;
        await AnswerAsync(from, new FlairCommand.Unsubscribe(), channel, token);
        await home.PublishAsync(from, token);
    }

    private async Task AnswerAsync(SlackContext from, FlairCommand command, string channel, CancellationToken token)
    {
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        await commands.AnswerAsync(command, from.Request(asker, channel, ""), token);
    }
}
