using System.Collections.Concurrent;

namespace ChatFlairBot.Demo;

/// <summary>Some people who keep earning reputation. The same seed gives the same company.</summary>
internal sealed class SampleCompany
{
    private static readonly string[] First =
    [
        "Bruno", "Chidi", "Dalia", "Emeka", "Farah", "Goran", "Hanae", "Iker", "Jutta", "Kofi", "Leila", "Mirek", "Noor", "Olga", "Pál",
        "Quyen", "Ravi", "Sanna", "Tomasz", "Uma", "Viktor", "Wen", "Ximena", "Yusuf", "Żaneta",
    ];

    private static readonly string[] Last =
    [
        "Lindqvist", "Okafor", "Haddad", "Zabala", "Wilk", "Moreau", "Tanaka", "Petrov", "Nguyen", "Ferreira", "Schuster", "Kaya", "Ó Dálaigh", "Mensah", "Virtanen", "Iyer",
    ];

    // What real directories hold and what breaks careless cards.
    private static readonly string[] Odd = ["Mo <Ops> O'Brien & Co", "ليلى حداد", "渡辺 葵", "Mia-Sofie \"Mimi\" von Ünterberg-Østergaard", "*bold* _name_ <!channel>"];

    private static readonly int[] Gains = [10, 10, 10, 15, 2, 5, 25];

    /// <summary>The one whom the README and the page's examples ask for; she stands just below a round sum.</summary>
    private const int Ada = 1;

    /// <summary>By then the first poll has seen her below it.</summary>
    private const int AdasTurn = 10;

    private readonly Random _random;
    private readonly ConcurrentDictionary<int, SamplePerson> _people;
    private int _turn;

    public SampleCompany(int people, int seed)
    {
        _random = new Random(seed);
        _people = new(Enumerable.Range(1, people).Select(id => KeyValuePair.Create(id, new SamplePerson(id, Name(id), Score(id)))));
    }

    /// <summary>A company of exactly these people.</summary>
    public SampleCompany(IEnumerable<SamplePerson> people)
    {
        _random = new Random(0);
        _people = new(people.Select(person => KeyValuePair.Create(person.Id, person)));
    }

    public IReadOnlyCollection<SamplePerson> People => [.. _people.Values];

    public SamplePerson? Find(int id) => _people.GetValueOrDefault(id);

    /// <summary>Somebody's answer is voted for. Every few votes it is somebody who stands close to a round sum.</summary>
    public void Earn()
    {
        if (++_turn == AdasTurn && Find(Ada) is { } ada)
        {
            ada.Reputation += 15;
            return;
        }

        var gain = Gains[_random.Next(Gains.Length)];
        var candidates = _random.Next(3) == 0 ? [.. _people.Values.Where(person => IsClose(person.Reputation))] : (IReadOnlyList<SamplePerson>)[.. _people.Values];
        if (candidates.Count == 0) return;
        candidates[_random.Next(candidates.Count)].Reputation += gain;
    }

    private static string Name(int id)
    {
        if (id == Ada) return "Ada Lindqvist";
        if (id - 2 < Odd.Length) return Odd[id - 2];
        // Two steps without a common divisor, so that neighbours do not share a name.
        return $"{First[(id - 1) % First.Length]} {Last[(id - 1) * 5 % Last.Length]}{(id > First.Length * Last.Length ? $" {id}" : "")}";
    }

    // Many with little and few with much, as everywhere.
    private long Score(int id) => id == Ada ? 4_985 : (long)(1 + (12_000 * Math.Pow(_random.NextDouble(), 4)));

    private static bool IsClose(long reputation) => Step(reputation) is var step && reputation % step >= step - 40;

    private static long Step(long reputation) => reputation switch
    {
        < 100 => 100,
        < 2_500 => 500,
        < 10_000 => 2_500,
        _ => 10_000,
    };
}
