using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Verbs;

/// <summary>What the verbs say, in the same words.</summary>
internal static class Wording
{
    public static string Findings(PollRecord poll) => $"{CardMaker.Number(poll.Changed)} new or changed, {Counted(poll.Milestones, "milestone")}";

    public static string Counted(long count, string what) => $"{CardMaker.Number(count)} {what}{(count == 1 ? "" : "s")}";

#pragma warning disable CA1308 // For people to read; nothing is compared here.
    public static string Of(Enum state) => state.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
