using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>The bot's home: one's own flair, what one allows, and for managers what channels hear (docs.slack.dev/surfaces/app-home).</summary>
internal sealed class SlackHome(FlairParts parts, FlairCommands commands, SlackMembers members, SlackChannels channels, SlackCalls calls)
{
    /// <summary>No channel is looked up beyond those that a home shows.</summary>
    private const int MostLookedUp = 20;

    public async Task PublishAsync(SlackContext from, CancellationToken token)
    {
        var asker = await members.OfAsync(from.Workspace.Id, from.Team, from.User, from.UserName, token);
        if (asker.Refusal is not null) return;
        var request = from.Request(asker, "home", "me");
        var flair = await commands.AnswerAsync(new FlairCommand.Me(), request, token);
        var links = await parts.Store.Members.LinksAsync(asker.Member.Id, token);
        var wishes = await parts.Consents.OfAsync([.. links.Select(link => link.Person)], token);
        var isManager = parts.Policy.IsManager(request);
        var content = new HomeContent(flair.Card, links.Count > 0 ? wishes.Values.Max() : null, isManager, isManager ? await ChannelsAsync(from.Workspace, token) : [], []);
        await calls.ViewAsync(from.Workspace.Id, SlackMethod.PublishView, HomeView.Build(content), SlackWeb.Field("user_id", from.User), token);
    }

    private async Task<IReadOnlyList<HomeChannel>> ChannelsAsync(Workspace workspace, CancellationToken token)
    {
        var paused = (await parts.Store.Subscriptions.PausesAsync(token)).Where(one => one.Until > parts.Time.GetUtcNow()).Select(one => one.Channel).ToHashSet();
        var shown = new List<HomeChannel>();
        foreach (var one in (await parts.Subscriptions.ListAsync(token)).Where(one => one.Channel.Platform == SlackOptions.Platform && one.Channel.Workspace == workspace.Id))
        {
            var channel = shown.Count < MostLookedUp ? await channels.FindAsync(one.Channel, token) : null;
            shown.Add(new HomeChannel(one.Channel.Channel, parts.FactsOf(one), IsFixed: one.Owner is null, paused.Contains(one.Channel), channel?.IsShared ?? false));
        }

        return shown;
    }
}
