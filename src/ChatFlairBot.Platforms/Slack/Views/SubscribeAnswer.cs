using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>What somebody wrote into the form.</summary>
/// <param name="Channel">The channel's id as the form carried it; empty when it carried none.</param>
/// <param name="Wish">All that is wished, as far as it could be read.</param>
/// <param name="Faults">For <c>response_action: errors</c>: by block_id what to write instead, at most 150 characters.</param>
internal sealed record SubscribeAnswer(string Channel, SubscriptionWish Wish, IReadOnlyDictionary<string, string> Faults);
