using System.Text.Json;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates a department, or everybody together, when the sum of their scores passes a round sum for the first time.</summary>
/// <param name="step">Every so many points, above 0.</param>
/// <param name="ofGroups">Whether departments and groups have sums of their own.</param>
public sealed class CollectiveRule(long step, bool ofGroups) : ICrowdRule
{
    private const string Everybody = "";

    private readonly long _step = step > 0 ? step : throw new ArgumentOutOfRangeException(nameof(step), step, "A step is above zero.");

    public RuleVersion Version => new("collective", 1);

    public CrowdFindings Reached(Crowd crowd, string? memory)
    {
        var highest = memory is null ? [] : JsonSerializer.Deserialize<Dictionary<string, long>>(memory) ?? [];
        var found = new List<Milestone>();
        foreach (var (group, sum) in Sums(crowd))
        {
            // A sum that is seen for the first time only seeds; one that fell has to pass its old height again.
            if (highest.TryGetValue(group, out var before) && sum / _step > before / _step)
            {
                var name = group.Length == 0 ? null : group;
                found.Add(new Milestone(crowd.Everybody, MilestoneKey.Collective(name, sum / _step * _step), sum / _step * _step, Version) { Label = name });
            }

            highest[group] = Math.Max(sum, before);
        }

        return new(found, JsonSerializer.Serialize(highest));
    }

    private IEnumerable<KeyValuePair<string, long>> Sums(Crowd crowd) =>
        ofGroups ? crowd.Groups.Prepend(new(Everybody, crowd.Total)) : [new(Everybody, crowd.Total)];
}
