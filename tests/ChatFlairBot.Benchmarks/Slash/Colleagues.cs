using System.Globalization;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>Some people of the site as members of a workspace. Everybody in here has a name of their own, so that an answer is about them or wrong.</summary>
/// <param name="Members">By their ids at the site.</param>
/// <param name="Others">Ids at the site of people who are looked for by name.</param>
internal sealed record Colleagues(IReadOnlyList<int> Members, IReadOnlyList<int> Others)
{
    private const int MostMembers = 300;

    private const int LinkedOfTen = 8;

    private const int Seed = 5;

    /// <summary>Those whom a manager has linked with their person; the rest is found by the name that Slack shows.</summary>
    public IEnumerable<int> Linked => Members.Where(IsLinked);

    public static Colleagues Of(int people)
    {
        var ids = Enumerable.Range(1, people).GroupBy(SiteNames.Full, StringComparer.Ordinal).Where(name => name.Count() == 1).Select(name => name.Single()).ToArray();
        new Random(Seed).Shuffle(ids);
        return new Colleagues(ids[..Math.Min(MostMembers, ids.Length / 2)], ids[(ids.Length / 2)..]);
    }

    public void Join(FakeWorkspace workspace)
    {
        foreach (var id in Members) workspace.AddUser(User(id), string.Create(CultureInfo.InvariantCulture, $"{SiteNames.First(id)}.{SiteNames.Last(id)}").ToLowerInvariant(), SiteNames.Full(id));
    }

    /// <summary>Slack's id of a member.</summary>
    public static string User(int id) => string.Create(CultureInfo.InvariantCulture, $"U{id:D10}");

    public static bool IsLinked(int id) => id % 10 < LinkedOfTen;
}
