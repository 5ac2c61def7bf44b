namespace ChatFlairBot.Demo;

/// <summary>Somebody who works at the sample company.</summary>
internal sealed class SamplePerson(int id, string name, long reputation)
{
    public int Id { get; } = id;

    public string Name { get; } = name;

    public long Reputation { get; set; } = reputation;

    public string Role => Id == 1 ? "Moderator" : "Registered";
}
