using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Core.Polling;

/// <summary>What all polls have in common.</summary>
/// <param name="Rules">What is a milestone.</param>
/// <param name="Limits">What is believed.</param>
/// <param name="Managers">Where trouble is told.</param>
public sealed record PollPolicy(MilestoneRules Rules, GuardLimits Limits, IReadOnlyList<ChannelAddress> Managers);
