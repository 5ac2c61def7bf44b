namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>What somebody wrote into the form.</summary>
/// <param name="Channel">The channel's id as the form carried it; empty when it carried none.</param>
/// <param name="Wish">All that is wished, as far as it could be read.</param>
/// <param name="Faults">By field what to write instead, at most 150 characters.</param>
public sealed record SubscribeAnswer(string Channel, SubscriptionWish Wish, IReadOnlyDictionary<string, string> Faults);
