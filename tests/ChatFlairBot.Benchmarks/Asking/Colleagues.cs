using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>Some people of the site as members of an installation. Everybody in here has a name of their own, so that an answer is about them or wrong.</summary>
/// <param name="Members">By their ids at the site.</param>
/// <param name="Others">Ids at the site of people who are looked for by name.</param>
internal sealed record Colleagues(IReadOnlyList<int> Members, IReadOnlyList<int> Others)
{
    private const int MostMembers = 300;

    private const int LinkedOfTen = 8;

    private const int Seed = 5;

    /// <summary>Those whom a manager has linked with their person; the rest is found by the name that the vendor shows.</summary>
    public IEnumerable<int> Linked => Members.Where(IsLinked);

    public static Colleagues Of(int people)
    {
        var ids = Enumerable.Range(1, people).GroupBy(SiteNames.Full, StringComparer.Ordinal).Where(name => name.Count() == 1).Select(name => name.Single()).ToArray();
        new Random(Seed).Shuffle(ids);
        return new Colleagues(ids[..Math.Min(MostMembers, ids.Length / 2)], ids[(ids.Length / 2)..]);
    }

    public static bool IsLinked(int id) => id % 10 < LinkedOfTen;
}
