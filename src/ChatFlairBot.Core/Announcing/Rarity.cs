namespace ChatFlairBot.Core.Announcing;

/// <summary>How many people of a source stand where a milestone is.</summary>
/// <param name="People">They and whoever is further, themselves included.</param>
/// <param name="Of">All people of the source.</param>
public readonly record struct Rarity(long People, long Of)
{
    /// <summary>0 for nobody else, 1 for everybody.</summary>
    public double Share => Of > 0 ? Math.Clamp((double)People / Of, 0, 1) : 1;
}
