namespace ChatFlairBot.Tests.Fakes;

/// <summary>Somebody on a fake of the Stack platforms.</summary>
internal sealed class ApiPerson(int id, string name, long reputation)
{
    public int Id { get; } = id;

    public string Name { get; } = name;

    public long Reputation { get; set; } = reputation;

    public int Gold { get; set; }

    public int Silver { get; set; }

    public int Bronze { get; set; }

    /// <summary>What the company's directory says, where the platform shows it.</summary>
    public string? Email { get; init; }

    public string? ExternalId { get; init; }

    public string? Department { get; init; }

    /// <summary>So many people with different scores and badges; the same numbers give the same people.</summary>
    public static List<ApiPerson> Crowd(int people) =>
        [.. Enumerable.Range(1, people).Select(id => new ApiPerson(id, $"Person {id}", 1 + (id * 7_919L % 9_973)) { Gold = id % 2, Silver = id % 3, Bronze = id % 11 })];
}
