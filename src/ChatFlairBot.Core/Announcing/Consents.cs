using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>What people allow: their own word, or else the company's default.</summary>
/// <param name="members">Keeps what was said.</param>
/// <param name="otherwise">For whoever never said anything.</param>
public sealed class Consents(IMemberStore members, Consent otherwise)
{
    /// <summary>For whoever never said anything.</summary>
    public Consent Otherwise => otherwise;

    public async Task<IReadOnlyDictionary<PersonId, Consent>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken token)
    {
        var said = await members.ConsentsAsync(people, token);
        // Everybody together is nobody who could be asked.
        return people.Distinct().ToDictionary(one => one, one => one.Number == 0 ? Consent.Share : said.GetValueOrDefault(one, otherwise));
    }

    /// <summary>Those among some people whom everybody may see.</summary>
    public async Task<IReadOnlyList<Standing>> SharedAsync(IReadOnlyList<Standing> people, CancellationToken token)
    {
        var allowed = await OfAsync([.. people.Select(one => one.Person)], token);
        return [.. people.Where(one => allowed[one.Person] is Consent.Share)];
    }
}
