using System.Globalization;
using System.Text.Json;

namespace ChatFlairBot.Benchmarks.Site;

/// <summary>The people of the site: their scores, and how the vendor's API shows them. The same seed gives the same history.</summary>
internal sealed class SitePeople
{
    private const string Home = "https://benchmark.stackenterprise.co";

    private static readonly int[] Gains = [10, 10, 10, 15, 2, 5, 25, -2];
    private static readonly string[] Departments = ["Engineering", "Operations", "Research", "Support"];

    private readonly int[] _scores;
    private readonly Random _random = new(7);

    public SitePeople(int people)
    {
        _scores = new int[people];
        // Many with little and few with much, as everywhere.
        for (var index = 0; index < people; index++) _scores[index] = (int)(1 + (12_000 * Math.Pow(_random.NextDouble(), 4)));
    }

    public int Count => _scores.Length;

    /// <summary>Changes the scores of so many percent of the people, each at random.</summary>
    public void Advance(double percent)
    {
        var changed = new HashSet<int>();
        while (changed.Count < Count * percent / 100) changed.Add(_random.Next(Count));
        foreach (var index in changed)
        {
            var gain = Gains[_random.Next(Gains.Length)];
            _scores[index] += _scores[index] + gain < 1 ? 10 : gain;
        }
    }

    /// <summary>Everybody's index, highest score first.</summary>
    public int[] Ranking()
    {
        var ranking = Enumerable.Range(0, Count).ToArray();
        Array.Sort(ranking, (one, other) => _scores[one] == _scores[other] ? one.CompareTo(other) : _scores[other].CompareTo(_scores[one]));
        return ranking;
    }

    public void Write(Utf8JsonWriter json, int index)
    {
        var id = index + 1;
        var (first, last) = (SiteNames.First(id), SiteNames.Last(id));
        var slug = string.Create(CultureInfo.InvariantCulture, $"{first}-{last}").ToLowerInvariant();
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteNumber("accountId", id + 10_000);
        json.WriteString("name", $"{first} {last}");
        json.WriteString("email", $"{slug.Replace('-', '.')}@benchmark.example");
        // The vendor's pictures come from an address that holds a hash: nothing that gzip could shorten.
        var hash = (UInt128)(ulong)id * (((UInt128)0x9E3779B97F4A7C15 << 64) | 0xBF58476D1CE4E5B9);
        json.WriteString("avatarUrl", string.Create(CultureInfo.InvariantCulture, $"https://www.gravatar.com/avatar/{hash:x32}?s=128"));
        json.WriteString("webUrl", string.Create(CultureInfo.InvariantCulture, $"{Home}/users/{id}/{slug}"));
        json.WriteNumber("reputation", _scores[index]);
        json.WriteString("role", id == 1 ? "Moderator" : "Registered");
        json.WriteString("department", Departments[id % Departments.Length]);
        json.WriteNull("externalId");
        json.WriteEndObject();
    }
}
