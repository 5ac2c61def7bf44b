using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers about who is who: <c>whoami</c>, <c>link</c>, <c>unlink</c>.</summary>
internal sealed class IdentityAnswers(FlairParts parts, Identity identity)
{
    public async Task<Card> WhoAmIAsync(FlairRequest request, CancellationToken token)
    {
        var links = await identity.LinksAsync(request, token);
        var allowed = await parts.Consents.OfAsync([.. links.Select(link => link.Person)], token);
        var wish = links.Count > 0 ? allowed.Values.Max() : parts.Consents.Otherwise;
        var title = $"You are {Echo.Of(request.Asker.Name)}";
        var text = links.Count == 0 ? $"I don't know who that is on {parts.Everywhere}. {(parts.Policy.CanClaim ? "Say so: /flair link @name" : "A manager can say so: /flair link @you to @name")}" : "On the platforms that I watch you are:";
        var rows = new List<CardRow>();
        foreach (var link in links)
        {
            var person = await parts.Store.People.FindAsync(link.Person, token);
            rows.Add(new CardRow("", person is null ? link.Person.ToString() : CardMaker.Name(person.Standing), $"{parts.Cards.Title(link.Person.Source)}, known {How(link)}", WebAddress.Of(person?.Standing.Link)));
        }

        return Say.Notice(title, text) with
        {
            Rows = rows,
            Facts = [new("What you allow", Words(wish)), new("Role", parts.Policy.IsManager(request) ? "manager" : "member")],
        };
    }

    public async Task<Card> LinkAsync(FlairCommand.Link asked, FlairRequest request, CancellationToken token)
    {
        if (asked.Person is null) return await WhoAmIAsync(request, token);
        var isManager = parts.Policy.IsManager(request);
        if (asked.Member is { } somebody) return isManager ? await LinkOtherAsync(somebody, asked.Person, request, token) : Say.ForManagers("To link somebody else");
        if (!isManager && !parts.Policy.CanClaim) return Say.Notice("Only a manager can say who you are", "Here nobody may say it of themselves. Ask a manager for: /flair link @you to @name");
        await parts.Store.Members.SeeAsync(request.Asker, token);
        return await LinkAsync(request.Asker, asked.Person, isManager ? Provenance.Manager : Provenance.Self, request, token);
    }

    public async Task<Card> UnlinkAsync(FlairCommand.Unlink asked, FlairRequest request, CancellationToken token)
    {
        var member = request.Asker;
        if (asked.Member is { } somebody)
        {
            if (!parts.Policy.IsManager(request)) return Say.ForManagers("To unlink somebody else");
            if (await MemberAsync(somebody, request, token) is not { } other) return NoMember(somebody);
            member = other;
        }

        var links = await parts.Store.Members.UnlinkAsync(member.Id, token);
        return links == 0
            ? Say.Notice("There was no link", $"{Echo.Of(member.Name)} is linked with nobody.")
            : Say.Notice("Unlinked", $"{Echo.Of(member.Name)} is linked with nobody any more. What they allow still holds.");
    }

    public static string Words(Consent consent) => consent switch
    {
        Consent.Share => "share: cards in channels, and colleagues may ask",
        Consent.OnlyMe => "only me: nobody else is told or can ask",
        _ => "never: nobody is told anything",
    };

    private static string How(MemberLink link) => link.Provenance switch
    {
        Provenance.ExternalId => "by your company's directory",
        Provenance.Email => "by your verified e-mail address",
        Provenance.Manager => $"from {Echo.Of(link.By)}, a manager",
        _ => "because you said so",
    };

    private async Task<Card> LinkOtherAsync(Mention somebody, Mention person, FlairRequest request, CancellationToken token) =>
        await MemberAsync(somebody, request, token) is { } member ? await LinkAsync(member, person, Provenance.Manager, request, token) : NoMember(somebody);

    private async Task<Card> LinkAsync(Member member, Mention person, Provenance provenance, FlairRequest request, CancellationToken token)
    {
        var (name, sources) = OfSource(person.Text);
        var found = await parts.Store.People.SearchAsync(name, sources, Colleagues.Most, token);
        var exact = found.Where(one => NameFolding.Fold(one.Name) == NameFolding.Fold(name)).ToList();
        if (exact.Count > 0) found = exact;
        if (found.Count == 0) return Say.Notice("Nobody found", $"Nobody on {parts.Everywhere} is called “{Echo.Of(name)}”.");
        if (found.Count > 1)
        {
            return Say.Notice("Which of them?", "Several people fit, so I link none of them. Write the whole name and the platform: /flair link @name platform") with
            {
                Rows = [.. found.Take(8).Select(one => new CardRow("", CardMaker.Name(one), parts.Cards.Title(one.Person.Source), WebAddress.Of(one.Link)))],
            };
        }

        var standing = found[0];
        if (provenance is Provenance.Self && await identity.IsTakenAsync(member.Id, standing.Person, token))
        {
            return Say.Notice("Somebody else is that person", $"Somebody is linked with {CardMaker.Name(standing)} already. If that is wrong, a manager can put it right.");
        }

        await parts.Store.Members.LinkAsync(member.Id, new MemberLink(standing.Person, provenance, request.Asker.Name, parts.Time.GetUtcNow()), token);
        return Say.Notice("Linked", $"{Echo.Of(member.Name)} is {CardMaker.Name(standing)} on {parts.Cards.Title(standing.Person.Source)}.");
    }

    private async Task<Member?> MemberAsync(Mention somebody, FlairRequest request, CancellationToken token)
    {
        var here = request.Asker.Id;
        if (somebody.MemberId is { } id) return new Member(new MemberId(here.Platform, here.Workspace, id), somebody.Text.Length > 0 ? somebody.Text : id);
        var named = await parts.Store.Members.NamedAsync(here.Platform, here.Workspace, somebody.Text, token);
        return named.Count == 1 ? named[0] : null;
    }

    // "Ada Lindqvist acme" is Ada Lindqvist of acme.
    private (string Name, IReadOnlyList<string> Sources) OfSource(string text) =>
        text.LastIndexOf(' ') is var space and > 0 && parts.SourceCalled(text[(space + 1)..]) is { } source ? (text[..space].TrimEnd(), [source]) : (text, parts.Sources);

    private static Card NoMember(Mention somebody) =>
        Say.Notice("I don't know that member", $"Nobody here is called “{Echo.Of(somebody.Text)}”, or more than one is, or they never spoke to me. Mention them.");
}
