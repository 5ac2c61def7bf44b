using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers about what a channel hears: <c>subscribe</c>, <c>unsubscribe</c>, <c>settings</c>, <c>preview</c>, <c>pause</c>, <c>resume</c>.</summary>
internal sealed class ChannelAnswers(FlairParts parts, Identity identity)
{
    /// <summary>As good as for ever, and no date that a calendar ends before.</summary>
    private static readonly TimeSpan UntilResumed = TimeSpan.FromDays(3_650);

    private readonly WishToSubscription _wishes = new(parts);

    public async Task<Card> SubscribeAsync(SubscriptionWish wish, FlairRequest request, CancellationToken token)
    {
        if (!parts.Policy.IsManager(request)) return Say.ForManagers("What a channel hears");
        if (Fixed(request.Channel) is { } ofSettings) return FixedNotice(ofSettings);
        var own = await OwnAsync(request.Channel, token);
        var faults = new List<string>();
        var next = _wishes.Apply(wish, wish.IsWhole ? New(request.Channel) : own ?? New(request.Channel), faults) with { Owner = request.Asker.Id };
        if (faults.Count > 0) return Say.Notice("Nothing was changed", string.Join('\n', faults));
        await parts.Store.Subscriptions.SaveAsync(next, parts.Time.GetUtcNow(), token);
        return Say.Notice(own is null ? "Subscribed" : "Changed", "From the next poll on this channel hears of milestones. To see how much that is: /flair simulate. To see a card: /flair preview") with
        {
            Facts = TermsInWords.Facts(next, parts.Cards.Title),
        };
    }

    public async Task<Card> UnsubscribeAsync(FlairRequest request, CancellationToken token)
    {
        if (!parts.Policy.IsManager(request)) return Say.ForManagers("What a channel hears");
        if (Fixed(request.Channel) is { } ofSettings) return FixedNotice(ofSettings);
        if (!await parts.Store.Subscriptions.RemoveAsync(request.Channel, token)) return Say.Notice("There is nothing to unsubscribe", "This channel hears of no milestones.");
        var dropped = await parts.Store.Deliveries.DropWaitingAsync(request.Channel, "The channel unsubscribed before it was told.", parts.Time.GetUtcNow(), token);
        return Say.Notice("Unsubscribed", $"This channel hears of no milestones any more.{(dropped > 0 ? $" {Say.Counted(dropped, "milestone")} that waited will not be told." : "")}");
    }

    public async Task<Card> SettingsAsync(FlairCommand.Settings asked, FlairRequest request, CancellationToken token)
    {
        if (asked.Wish is { } wish) return await SubscribeAsync(wish, request, token);
        var all = await parts.Subscriptions.OfAsync(request.Channel, token);
        if (all.Count == 0) return Say.Notice("This channel hears of no milestones", "A manager can change that: /flair subscribe, with words such as: daily, from 1000, max 3 a day, quiet 18:00-08:00, weekdays, in Europe/Berlin");
        var pause = await PauseAsync(request.Channel, token);
        var card = Say.Notice("What this channel hears", (pause is null ? "" : $"Paused until {Say.At(pause.Until)} by {Echo.Of(pause.By)}. ") + (all[0].Owner is null ? "Fixed in the settings of the bot." : "A manager changes it: /flair subscribe and what is to change."));
        return card with
        {
            Facts = TermsInWords.Facts(all[0], parts.Cards.Title),
            Rows = [.. all.Skip(1).Select(one => new CardRow("", $"and {one.Name}", string.Join("; ", TermsInWords.Facts(one, parts.Cards.Title).Take(4).Select(fact => $"{fact.Label}: {fact.Value}"))))],
        };
    }

    /// <summary>The very card that the asker's next milestone would make, or the first person's when nobody knows who asks.</summary>
    public async Task<Card> PreviewAsync(FlairRequest request, CancellationToken token)
    {
        var links = await identity.LinksAsync(request, token);
        var standing = links.Count > 0 ? (await parts.Store.People.FindAsync(links[0].Person, token))?.Standing : null;
        standing ??= (await parts.Consents.SharedAsync(await parts.Store.People.TopAsync(parts.Sources[0], 20, token), token)) is [var first, ..] ? first : null;
        if (standing is null) return Say.Notice("I know nobody yet", "The first poll has not ended; try again in a while.");
        var height = parts.Rules.NextAbove(standing.Score) ?? standing.Score;
        var announcement = new Announcement(0, MilestoneKey.Reputation(height), height, parts.Time.GetUtcNow(), standing with { Score = height });
        var contents = new ContentCards(parts.Cards, parts.Store.People, parts.Store.Members, parts.Store.Congratulations);
        return await contents.OfAsync(new DeliveryContent.Card(announcement), request.Channel, key: null, token);
    }

    public async Task<Card> PauseAsync(FlairCommand.Pause asked, FlairRequest request, CancellationToken token)
    {
        if (!parts.Policy.IsManager(request)) return Say.ForManagers("Whether a channel is paused");
        if (asked.Fault is { } fault) return Say.Notice("Nothing was changed", fault);
        var until = parts.Time.GetUtcNow() + (asked.For ?? UntilResumed);
        await parts.Store.Subscriptions.PauseAsync(new ChannelPause(request.Channel, until, request.Asker.Name), token);
        return Say.Notice("Paused", $"This channel hears of nothing until {(asked.For is null ? "somebody resumes it" : Say.At(until))}. What happens meanwhile is recorded and not told later. To go on: /flair resume");
    }

    public async Task<Card> ResumeAsync(FlairRequest request, CancellationToken token)
    {
        if (!parts.Policy.IsManager(request)) return Say.ForManagers("Whether a channel is paused");
        return await parts.Store.Subscriptions.ResumeAsync(request.Channel, token)
            ? Say.Notice("Resumed", "This channel hears of milestones again, of those that come from now on.")
            : Say.Notice("It was not paused", "There is nothing to resume.");
    }

    private Subscription? Fixed(ChannelAddress channel) => parts.Subscriptions.OfSettings.FirstOrDefault(one => one.Channel == channel);

    private Card FixedNotice(Subscription one) =>
        Say.Notice("Fixed in the settings", $"Whoever runs me set what this channel hears (Subscriptions:{one.Name}); it is changed there. What works here: /flair pause and /flair resume") with { Facts = TermsInWords.Facts(one, parts.Cards.Title) };

    private async Task<Subscription?> OwnAsync(ChannelAddress channel, CancellationToken token) => (await parts.Subscriptions.OfAsync(channel, token)).FirstOrDefault(one => one.Owner is not null);

    private Subscription New(ChannelAddress channel) => new(channel.Channel, channel, parts.Policy.Terms);

    private async Task<ChannelPause?> PauseAsync(ChannelAddress channel, CancellationToken token) =>
        (await parts.Store.Subscriptions.PausesAsync(token)).FirstOrDefault(one => one.Channel == channel && one.Until > parts.Time.GetUtcNow());
}
