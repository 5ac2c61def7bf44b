using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>What a member's home tab shows.</summary>
/// <param name="Flair">What they have earned, or a notice that nobody knows.</param>
/// <param name="Consent">What they allow; null when nobody knows who they are.</param>
/// <param name="IsManager">Whether they may say what channels hear.</param>
/// <param name="Channels">Those that hear of milestones.</param>
/// <param name="Warnings">What they should know first.</param>
internal sealed record HomeContent(Card Flair, Consent? Consent, bool IsManager, IReadOnlyList<HomeChannel> Channels, IReadOnlyList<string> Warnings);

/// <summary>A channel that hears of milestones.</summary>
/// <param name="Id">Slack's id.</param>
/// <param name="Facts">What it hears.</param>
/// <param name="IsFixed">Whether the settings of the bot say it, which chat cannot change.</param>
/// <param name="IsPaused">Whether it hears nothing for a while.</param>
/// <param name="IsShared">Whether people of another company read it too.</param>
internal sealed record HomeChannel(string Id, IReadOnlyList<CardFact> Facts, bool IsFixed, bool IsPaused, bool IsShared);
