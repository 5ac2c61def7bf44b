using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Cards;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>The form in which a manager says what a channel hears, in the place of the card whose button asked for it.</summary>
internal sealed class TeamsForms(SubscribeFormMaker forms, FlairCommands commands, TeamsChannels channels, TeamsCards cards)
{
    /// <summary>What the channel hears, with a button that opens the form for whoever may change it.</summary>
    /// <returns>A message; null for somebody who may not, or when the settings fix it.</returns>
    public async Task<JsonObject?> OfferAsync(FlairRequest request, CancellationToken token)
    {
        if (!await forms.IsForAsync(request, token)) return null;
        var now = await commands.AnswerAsync(new FlairCommand.Settings(null), request, token);
        var message = cards.Message(now.Card);
        message["attachments"]![0]!["content"]!["actions"] = new JsonArray(Adaptive.Execute("Choose what this channel hears", TeamsVerbs.OpenForm, new JsonObject { [TeamsVerbs.Channel] = request.Channel.Channel }));
        return message;
    }

    /// <returns>A card with the form; what the channel hears for somebody who may not change it.</returns>
    public async Task<JsonObject> OpenAsync(TeamsContext from, ChannelAddress channel, CancellationToken token)
    {
        var command = new FlairCommand.Settings(null);
        var request = from.Request(command, channel);
        return await forms.IsForAsync(request, token) ? SubscribeCard.Build(await FormAsync(from, channel, token)) : cards.Content((await commands.AnswerAsync(command, request, token)).Card);
    }

    /// <summary>Keeps what a form says.</summary>
    /// <returns>A card: what was kept, or the form again with what to write instead.</returns>
    public async Task<JsonObject> SaveAsync(TeamsContext from, ChannelAddress channel, JsonElement data, CancellationToken token)
    {
        var read = SubscribeCard.Read(data);
        if (read.Faults.Count > 0) return SubscribeCard.Build(await FormAsync(from, channel, token), data, read.Faults);
        var command = new FlairCommand.Subscribe(read.Wish);
        return cards.Content((await commands.AnswerAsync(command, from.Request(command, channel), token)).Card);
    }

    /// <returns>The form again with what it would bring.</returns>
    public async Task<JsonObject> PreviewAsync(TeamsContext from, ChannelAddress channel, JsonElement data, CancellationToken token)
    {
        var read = SubscribeCard.Read(data);
        var request = from.Request(new FlairCommand.Preview(), channel);
        if (!await forms.IsForAsync(request, token)) return await OpenAsync(from, channel, token);
        var form = await FormAsync(from, channel, token) with { Preview = await forms.PreviewAsync(read, request, token) };
        return SubscribeCard.Build(form, data, read.Faults);
    }

    /// <summary>The channel that a button is about: the one it is in, or another one of the same team.</summary>
    /// <returns>Null for any other: whoever presses a button may send what they like.</returns>
    public async Task<ChannelAddress?> ChannelAsync(TeamsContext from, JsonElement data, CancellationToken token)
    {
        if (data.Text(TeamsVerbs.Channel) is not { } channel || channel == from.Activity.Room) return from.Channel;
        return from.Activity.Team is { } team && await channels.HasAsync(from.Activity.ServiceUrl, team, channel, token) ? from.Of(channel) : null;
    }

    private async Task<SubscribeForm> FormAsync(TeamsContext from, ChannelAddress channel, CancellationToken token) => await forms.MakeAsync(
        channel,
        from.Activity.Zone,
        from.Activity.Team is { } team ? await channels.NameAsync(from.Activity.ServiceUrl, team, channel.Channel, token) : null,
        warning: null,
        token);
}
