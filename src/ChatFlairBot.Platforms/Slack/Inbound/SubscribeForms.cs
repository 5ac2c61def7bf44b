using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>The form in which a manager says what a channel hears.</summary>
internal sealed class SubscribeForms(FlairParts parts, FlairCommands commands, SlackMembers members, SlackChannels channels, SlackCalls calls)
{
    private const int PreviewDays = 90;

    /// <summary>Words after the command say already what is wanted.</summary>
    public static bool IsAskedFor(FlairCommand command) => command is FlairCommand.Subscribe { Wish.IsNothing: true };

    /// <summary>Opens the form; within 3 seconds of the click that <paramref name="trigger"/> is of.</summary>
    /// <returns>False when it cannot be opened, or not for this member: then the command is answered in words.</returns>
    public async Task<bool> OpenAsync(SlackContext from, FlairRequest request, string? zone, string trigger, string? name, CancellationToken token)
    {
        if (!parts.Policy.IsManager(request)) return false;
        var now = await parts.Subscriptions.OfAsync(request.Channel, token);
        if (now.Any(one => one.Owner is null)) return false;
        var form = await FormAsync(request.Channel, now.Count > 0 ? now[0] : null, zone, name, token);
        return await calls.ViewAsync(from.Workspace.Id, SlackMethod.OpenView, SubscribeView.Build(form), SlackWeb.Field("trigger_id", trigger), token) is SlackAnswer.Ok;
    }

    /// <summary>Shows in an open form what it would bring.</summary>
    public async Task PreviewAsync(SlackContext from, JsonElement view, CancellationToken token)
    {
        var read = SubscribeView.Read(view);
        if (read.Channel.Length == 0) return;
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        var request = from.Request(asker, read.Channel, "");
        var text = read.Faults.Count > 0
            ? string.Join(' ', read.Faults.Values)
            : await PreviewTextAsync(read.Wish, request, token);
        var now = await parts.Subscriptions.OfAsync(request.Channel, token);
        var form = await FormAsync(request.Channel, now.Count > 0 ? now[0] : null, asker.Zone, null, token) with { Preview = text };
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

    private async Task<SubscribeForm> FormAsync(ChannelAddress channel, Subscription? now, string? zone, string? name, CancellationToken token)
    {
        var terms = parts.Policy.Terms;
        // Whoever asks knows their own zone better than the settings do.
        if (now is null && zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var own)) terms = terms with { Hours = terms.Hours with { Zone = own } };
        var warning = await channels.WarningAsync(channel, token);
        return new SubscribeForm(
            channel, name, now, new Subscription(channel.Channel, channel, terms), [.. parts.Sources.Select(source => (source, parts.Cards.Title(source)))], null, warning is null ? [] : [warning]);
    }

    private async Task<string> PreviewTextAsync(SubscriptionWish wish, FlairRequest request, CancellationToken token)
    {
        var simulated = await commands.AnswerAsync(new FlairCommand.Simulate([], PreviewDays, Wish: wish), request, token);
        var sample = await commands.AnswerAsync(new FlairCommand.Preview(), request, token);
        return $"{simulated.Card.Summary}\nA card would read: {sample.Card.Title}";
    }
}
