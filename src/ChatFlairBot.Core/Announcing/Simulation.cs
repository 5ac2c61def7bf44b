using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Plays what really happened under terms and rules that are not in force yet.</summary>
public static partial class Simulation
{
    /// <summary>What a channel would have heard, had these rules and terms been in force.</summary>
    /// <param name="rises">What polls saw, in the order of time.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="wants">Whether the channel wants somebody's milestone.</param>
    /// <param name="terms">The channel's terms.</param>
    /// <param name="until">The end: what happens later is left out, what is due later is still waiting.</param>
    /// <returns>How much it heard and when. Which milestone became a card is not told: that takes everybody's score of that day.</returns>
    public static SimulationResult Run(
        IEnumerable<Rise> rises, MilestoneRules rules, Func<PersonId, Milestone, bool> wants, Terms terms, DateTimeOffset until)
    {
        var channel = new SimulatedChannel(terms);
        var people = new HashSet<PersonId>();
        var milestones = 0;
        foreach (var rise in rises.TakeWhile(rise => rise.At <= until))
        {
            var count = Celebrated(rise, rules).Count(milestone => wants(rise.Person, milestone));
            if (count == 0) continue;
            milestones += count;
            people.Add(rise.Person);
            channel.Add(rise.At, count);
        }

        var days = channel.Play(until);
        return new(
            milestones, people.Count, days.Sum(day => day.Cards), days.Sum(day => day.Digests), days.Sum(day => day.DigestLines), channel.Waiting, days);
    }

    private static IEnumerable<Milestone> Celebrated(Rise rise, MilestoneRules rules)
    {
        // The rules look at nothing of a standing but the person and the score.
        var change = new StandingChange(new Standing(rise.Person, "", rise.After, null, null), new Mark(rise.Before, rise.Before));
        return rules.Reached(change).Where(one => one.IsCelebrated).Select(one => one.Milestone);
    }
}
