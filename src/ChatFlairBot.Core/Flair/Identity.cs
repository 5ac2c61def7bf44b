using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Flair;

/// <summary>Finds out which people a member is. What is not certain is no link.</summary>
public sealed class Identity(FlairParts parts)
{
    private IMemberStore Members => parts.Store.Members;

    /// <summary>The people a member is, looked for anew while nobody is known.</summary>
    public async Task<IReadOnlyList<MemberLink>> LinksAsync(FlairRequest request, CancellationToken token)
    {
        var links = await LinksAsync(request.Asker, token);
        if (links.Count > 0 || request.Claim is null || !parts.Policy.CanClaim) return links;
        if (await ClaimableAsync(request, request.Claim, token) is not [var one]) return links;
        await Members.LinkAsync(request.Asker.Id, new MemberLink(one.Person, Provenance.Self, request.Asker.Name, parts.Time.GetUtcNow()), token);
        return await KnownAsync(request.Asker.Id, token);
    }

    /// <summary>The people a member is by what the platform itself says of them.</summary>
    public async Task<IReadOnlyList<MemberLink>> LinksAsync(Member member, CancellationToken token)
    {
        await Members.SeeAsync(member, token);
        var links = await KnownAsync(member.Id, token);
        if (links.Count > 0) return links;
        foreach (var (person, provenance) in await Members.MatchesAsync(member, token))
        {
            await Members.LinkAsync(member.Id, new MemberLink(person, provenance, parts.Cards.Title(person.Source), parts.Time.GetUtcNow()), token);
        }

        return await KnownAsync(member.Id, token);
    }

    /// <summary>The people a member is known to be, of sources that are watched.</summary>
    public async Task<IReadOnlyList<MemberLink>> KnownAsync(MemberId member, CancellationToken token) =>
        [.. (await Members.LinksAsync(member, token)).Where(link => parts.Sources.Contains(link.Person.Source, StringComparer.OrdinalIgnoreCase))];

    /// <summary>People of exactly this name whom nobody else of the same workspace is.</summary>
    public async Task<IReadOnlyList<Standing>> ClaimableAsync(FlairRequest request, string name, CancellationToken token)
    {
        var wanted = NameFolding.Fold(name);
        var found = (await parts.Store.People.SearchAsync(name, parts.Sources, most: 20, token)).Where(one => NameFolding.Fold(one.Name) == wanted).ToList();
        var free = new List<Standing>();
        foreach (var one in found)
        {
            if (!await IsTakenAsync(request.Asker.Id, one.Person, token)) free.Add(one);
        }

        return free;
    }

    /// <summary>Whether somebody else of the member's workspace is this person.</summary>
    public async Task<bool> IsTakenAsync(MemberId member, PersonId person, CancellationToken token) =>
        (await Members.MembersOfAsync(person, token)).Any(other => other.Id != member && other.Id.Platform == member.Platform && other.Id.Workspace == member.Workspace);
}
