using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps members, their links to people, and what they allow.</summary>
public interface IMemberStore
{
    /// <summary>Remembers a member under their current name.</summary>
    Task SeeAsync(Member member, CancellationToken token);

    /// <summary>Members of a workspace whose name is this one, whatever its case and accents.</summary>
    Task<IReadOnlyList<Member>> NamedAsync(string platform, string workspace, string name, CancellationToken token);

    Task<IReadOnlyList<MemberLink>> LinksAsync(MemberId member, CancellationToken token);

    /// <summary>Who is this person on the chat platforms.</summary>
    Task<IReadOnlyList<Member>> MembersOfAsync(PersonId person, CancellationToken token);

    /// <summary>People who have this id in the directory or, when nobody has, this address. More than one at a source is nobody.</summary>
    Task<IReadOnlyList<(PersonId Person, Provenance Provenance)>> MatchesAsync(Member member, CancellationToken token);

    /// <summary>Links, or strengthens a link that is there.</summary>
    Task LinkAsync(MemberId member, MemberLink link, CancellationToken token);

    /// <returns>How many links there were.</returns>
    Task<int> UnlinkAsync(MemberId member, CancellationToken token);

    /// <summary>What people allow; whoever is not in the answer never said anything.</summary>
    Task<IReadOnlyDictionary<PersonId, Consent>> ConsentsAsync(IReadOnlyCollection<PersonId> people, CancellationToken token);

    Task SetConsentAsync(IReadOnlyCollection<PersonId> people, Consent wish, DateTimeOffset at, CancellationToken token);

    /// <summary>
    /// Forgets a member and the people they are: standing, ledger, history, links. A keyed hash with "never" stays, by which the
    /// next poll passes them over. Cards of theirs that are in channels are marked to be retracted.
    /// </summary>
    Task ForgetAsync(MemberId member, IReadOnlyCollection<PersonId> people, DateTimeOffset at, CancellationToken token);
}
