using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair;

/// <summary>Finds colleagues by what somebody typed, and puts together who is the same.</summary>
public sealed class Colleagues(FlairParts parts, Identity identity)
{
    /// <summary>One more than an answer lists.</summary>
    public const int Most = 9;

    /// <param name="who">As typed or mentioned.</param>
    /// <param name="request">Who asks sees themselves whatever they allow others.</param>
    /// <param name="token">Ends the search.</param>
    public async Task<Fitting> FindAsync(Mention who, FlairRequest request, CancellationToken token)
    {
        if (who.MemberId is { } id)
        {
            var shown = request.Mentioned.FirstOrDefault(one => one.Id.Id == id);
            // The name that the platform shows is the better one to search for: labels are handles.
            if (shown is not null) who = who with { Text = shown.Name };
            var links = shown is null ? await identity.KnownAsync(new MemberId(request.Asker.Id.Platform, request.Asker.Id.Workspace, id), token) : await identity.LinksAsync(shown, token);
            if (Of(links, who.Text) is { } mentioned) return await AllowedAsync([mentioned], request, token);
        }

        if (who.Text.Length == 0) return new([], IsPrivate: false);
        var found = new List<Colleague>();
        foreach (var one in await parts.Store.People.SearchAsync(who.Text, parts.Sources, Most, token))
        {
            if (found.Any(colleague => colleague.People.Contains(one.Person))) continue;
            found.Add(await OfPersonAsync(one, request, token));
        }

        if (found.Count == 0 && who.Text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at) found.AddRange(await OfAddressAsync(who.Text, at, request, token));

        // In the chat they may be called otherwise than at any source.
        foreach (var member in found.Count > 0 ? [] : await parts.Store.Members.NamedAsync(request.Asker.Id.Platform, request.Asker.Id.Workspace, who.Text, token))
        {
            if (await OfMemberAsync(member.Id, member.Name, token) is { } colleague) found.Add(colleague);
        }

        return await AllowedAsync(found, request, token);
    }

    /// <summary>Whose standing it is, when whoever asks may see it.</summary>
    public async Task<Colleague?> OfAsync(Standing standing, FlairRequest request, CancellationToken token) =>
        (await AllowedAsync([await OfPersonAsync(standing, request, token)], request, token)).Colleagues is [var one] ? one : null;

    // What stands before the sign is mostly the name.
    private async Task<IReadOnlyList<Colleague>> OfAddressAsync(string address, int at, FlairRequest request, CancellationToken token)
    {
        var people = await parts.Store.Members.MatchesAsync(new Member(request.Asker.Id, "") { VerifiedEmail = new PrivateText(address) }, token);
        var standings = new List<Standing>();
        foreach (var (person, _) in people)
        {
            if (parts.Sources.Contains(person.Source, StringComparer.OrdinalIgnoreCase) && await parts.Store.People.FindAsync(person, token) is { } known) standings.Add(known.Standing);
        }

        if (standings.Count == 0) standings.AddRange(await parts.Store.People.SearchAsync(address[..at], parts.Sources, Most, token));
        var found = new List<Colleague>();
        foreach (var one in standings.Where(one => !found.Exists(colleague => colleague.People.Contains(one.Person)))) found.Add(await OfPersonAsync(one, request, token));
        return found;
    }

    private async Task<Colleague?> OfMemberAsync(MemberId member, string name, CancellationToken token) => Of(await identity.KnownAsync(member, token), name);

    private static Colleague? Of(IReadOnlyList<MemberLink> links, string name) => links.Count == 0 ? null : new Colleague([.. links.Select(link => link.Person)], name);

    // A member is all the people they are linked to, whichever of them was found.
    private async Task<Colleague> OfPersonAsync(Standing standing, FlairRequest request, CancellationToken token)
    {
        var asker = request.Asker.Id;
        var member = (await parts.Store.Members.MembersOfAsync(standing.Person, token)).FirstOrDefault(one => one.Id.Platform == asker.Platform && one.Id.Workspace == asker.Workspace);
        return member is not null && await OfMemberAsync(member.Id, member.Name, token) is { } colleague ? colleague : new Colleague([standing.Person], CardMaker.Name(standing));
    }

    private async Task<Fitting> AllowedAsync(IReadOnlyList<Colleague> found, FlairRequest request, CancellationToken token)
    {
        var wishes = await parts.Consents.OfAsync([.. found.SelectMany(one => one.People)], token);
        if (wishes.Values.All(wish => wish is Consent.Share)) return new(found, IsPrivate: false);
        var own = (await identity.KnownAsync(request.Asker.Id, token)).Select(link => link.Person).ToHashSet();
        // Where silence means no, it is no about that source alone: the rest of a colleague may be shown.
        found = [.. found.Select(one => one.People.Where(person => own.Contains(person) || wishes[person] is Consent.Share || !parts.Consents.HaveToSaySo(person)).ToList() is { Count: > 0 } rest ? one with { People = rest } : one)];
        var shown = found.Where(one => one.People.Any(own.Contains) || one.People.All(person => wishes[person] is Consent.Share)).ToList();
        // Whoever said never is as if they were not there; whoever keeps it to themselves may be known to do so.
        return new(shown, found.Except(shown).Any(one => one.People.All(person => wishes[person] is not Consent.Never)));
    }
}
