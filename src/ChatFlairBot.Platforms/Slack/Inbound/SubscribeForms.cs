using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>The form in which a manager says what a channel hears.</summary>
internal sealed class SubscribeForms(SubscribeFormMaker forms, FlairCommands commands, SlackMembers members, SlackChannels channels, SlackCalls calls)
{
    /// <summary>Opens the form; within 3 seconds of the click that <paramref name="trigger"/> is of.</summary>
    /// <returns>False when it cannot be opened, or not for this member: then the command is answered in words.</returns>
    public async Task<bool> OpenAsync(SlackContext from, FlairRequest request, string? zone, string trigger, string? name, CancellationToken token)
    {
        if (!await forms.IsForAsync(request, token)) return false;
        var form = await FormAsync(request.Channel, zone, name, token);
        return await calls.ViewAsync(from.Workspace.Id, SlackMethod.OpenView, SubscribeView.Build(form), SlackWeb.Field("trigger_id", trigger), token) is SlackAnswer.Ok;
    }

    /// <summary>Shows in an open form what it would bring.</summary>
    public async Task PreviewAsync(SlackContext from, JsonElement view, CancellationToken token)
    {
        var read = SubscribeView.Read(view);
        if (read.Channel.Length == 0) return;
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        var request = from.Request(asker, read.Channel, "");
        var form = await FormAsync(request.Channel, asker.Zone, null, token) with { Preview = await forms.PreviewAsync(read, request, token) };
        List<KeyValuePair<string, string>> fields = [SlackWeb.Field("view_id", view.Text("id") ?? ""), SlackWeb.Field("view", SlackMessage.Sent(SubscribeView.Build(form)))];
        // With the hash a form that was changed meanwhile is not overwritten.
        if (view.Text("hash") is { } hash) fields.Add(SlackWeb.Field("hash", hash));
        await calls.CallAsync(from.Workspace.Id, SlackMethod.UpdateView, fields, token);
    }

    /// <summary>Keeps what a form says.</summary>
    /// <returns>What Slack shows in the form's place: faults beside the fields, or what was kept.</returns>
    public async Task<JsonNode?> SaveAsync(SlackContext from, JsonElement view, Func<Core.Cards.Card, JsonObject> confirmation, CancellationToken token)
    {
        var read = SubscribeView.Read(view);
        if (read.Channel.Length == 0) return null;
        if (read.Faults.Count > 0) return new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject(read.Faults.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value)))) };
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        var answer = await commands.AnswerAsync(new FlairCommand.Subscribe(read.Wish), from.Request(asker, read.Channel, ""), token);
        return confirmation(answer.Card);
    }

    private async Task<SubscribeForm> FormAsync(ChannelAddress channel, string? zone, string? name, CancellationToken token) =>
        await forms.MakeAsync(channel, zone, name, await channels.WarningAsync(channel, token), token);
}
