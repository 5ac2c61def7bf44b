using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>What people allow: their own word, or else the company's default.</summary>
/// <param name="members">Keeps what was said.</param>
/// <param name="otherwise">For whoever never said anything.</param>
public sealed class Consents(IMemberStore members, Consent otherwise)
{
    /// <summary>Sources whose people have to say so before anybody else hears of them.</summary>
    public IReadOnlySet<string> OptIn { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>For whoever never said anything.</summary>
    public Consent Otherwise => otherwise;

    public async Task<IReadOnlyDictionary<PersonId, Consent>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken token)
    {
        var said = await members.ConsentsAsync(people, token);
        // Everybody together is nobody who could be asked.
        return people.Distinct().ToDictionary(one => one, one => one.Number == 0 ? Consent.Share : said.GetValueOrDefault(one, Unsaid(one)));
    }

    /// <summary>Whether silence means no there.</summary>
    public bool HaveToSaySo(PersonId person) => OptIn.Contains(person.Source);

    /// <summary>Those among some people whom everybody may see.</summary>
    public async Task<IReadOnlyList<Standing>> SharedAsync(IReadOnlyList<Standing> people, CancellationToken token)
    {
        var allowed = await OfAsync([.. people.Select(one => one.Person)], token);
        return [.. people.Where(one => allowed[one.Person] is Consent.Share)];
    }

    // Not even told in private: where people have to agree first, nothing may reach them before (https://docs.starmind.com/api/v1/resources/settings/gdpr/).
    private Consent Unsaid(PersonId person) => HaveToSaySo(person) ? Consent.Never : otherwise;
}
