namespace ChatFlairBot.Tests.Fakes;

/// <summary>Somebody in a fake Starmind network.</summary>
internal sealed class StarmindPerson(long id, string firstName, string lastName, long points)
{
    public long Id { get; } = id;

    public string FirstName { get; } = firstName;

    public string LastName { get; } = lastName;

    /// <summary>Null when the game is switched off.</summary>
    public long? Points { get; set; } = points;

    /// <summary>Set by the platform and never computed here: it does not fall with the points.</summary>
    public int Level { get; set; } = 1;

    public string? Email { get; set; } = $"person.{id}@example.com";

    public string? UniqueId { get; set; }

    public string? Department { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsHidden { get; set; }

    public bool IsTechnical { get; set; }

    /// <summary>Whether the directory lists them.</summary>
    public bool IsListed => !IsDeleted && !IsHidden && !IsTechnical;

    /// <summary>What they agreed to be known for, with the platform's confidence.</summary>
    public IReadOnlyList<(string Label, double Score, bool IsConfirmed)> KnowHow { get; set; } = [];
}
