namespace ChatFlairBot.Core.Announcing;

/// <summary>What a channel would have heard.</summary>
/// <param name="Milestones">Celebrated milestones that the channel wants: each is a card, a line of a digest, or still waiting.</param>
/// <param name="People">How many people reached them.</param>
/// <param name="Cards">Messages about one milestone.</param>
/// <param name="Digests">Messages about several.</param>
/// <param name="DigestLines">The milestones in them.</param>
/// <param name="StillWaiting">Milestones not heard of at the end.</param>
/// <param name="Days">The local days with a message, the earliest first.</param>
public sealed record SimulationResult(
    int Milestones, int People, int Cards, int Digests, int DigestLines, int StillWaiting, IReadOnlyList<SimulatedDay> Days)
{
    /// <summary>The day with the most messages, of equal ones the earliest; null when there was no message.</summary>
    public SimulatedDay? Busiest => Days.MaxBy(day => day.Messages);
}

/// <summary>One local day of a channel.</summary>
/// <param name="Day">Its date on the channel's wall.</param>
/// <param name="Cards">Messages about one milestone.</param>
/// <param name="Digests">Messages about several.</param>
/// <param name="DigestLines">The milestones in them.</param>
public sealed record SimulatedDay(DateOnly Day, int Cards, int Digests, int DigestLines)
{
    /// <summary>What counts against the terms.</summary>
    public int Messages => Cards + Digests;
}
