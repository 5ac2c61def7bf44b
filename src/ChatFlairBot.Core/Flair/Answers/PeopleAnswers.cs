using System.Globalization;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers about people: <c>me</c>, <c>@user</c>, <c>top</c>.</summary>
internal sealed class PeopleAnswers(FlairParts parts, Identity identity, Colleagues colleagues)
{
    private const int MostSuggestions = Colleagues.Most - 1;

    private IStandingReader People => parts.Store.People;

    public async Task<Card> MeAsync(FlairRequest request, CancellationToken token)
    {
        var links = await identity.LinksAsync(request, token);
        if (links.Count > 0) return await FlairAsync(new Colleague([.. links.Select(link => link.Person)], request.Asker.Name), token);
        var named = request.Claim is null ? [] : await identity.ClaimableAsync(request, request.Claim, token);
        var name = Echo.Of(request.Asker.Name);
        return named.Count > 1 ? Suggest([.. named.Select(one => new Colleague([one.Person], CardMaker.Name(one)))], await RanksAsync(named, token)) with { Title = "Which of these are you?", Text = $"Several people fit. Say which: {LinkHint(named[0])}" }
            : Say.Notice("I don't know who you are", $"Nobody on {parts.Everywhere} is linked with {name}. {HowToLink()}");
    }

    public async Task<Card> SomebodyAsync(FlairCommand.Somebody asked, FlairRequest request, CancellationToken token)
    {
        var fitting = await colleagues.FindAsync(asked.Who, request, token);
        return fitting.Colleagues switch
        {
            [] => await NobodyAsync(asked, fitting, token),
            [var one] => await FlairAsync(one, token),
            var several => Suggest(several, await RanksAsync(several, token)),
        };
    }

    /// <summary>The flairs of those whom a text fits; of the highest of each source for no text.</summary>
    public async Task<IReadOnlyList<Card>> SearchAsync(string text, int most, FlairRequest request, CancellationToken token)
    {
        var found = text.Length > 0 ? (await colleagues.FindAsync(Mention.Parse(text), request, token)).Colleagues : await HighestAsync(most, request, token);
        var cards = new List<Card>();
        foreach (var one in found.Take(most)) cards.Add(await FlairAsync(one, token));
        return [.. cards.Where(card => card.Kind is CardKind.Flair)];
    }

    /// <summary>The flair of whose profile is at an address; null when it is nobody's that the asker may see.</summary>
    public async Task<Card?> OfLinkAsync(Uri address, FlairRequest request, CancellationToken token)
    {
        // Profiles carry the platform's own number somewhere in their address, whichever platform it is.
        foreach (var number in address.Segments.Select(Number).OfType<long>().Distinct())
        {
            foreach (var source in parts.Sources)
            {
                if (await People.FindAsync(new PersonId(source, number), token) is not { Standing: var standing } || !IsAt(address, WebAddress.Of(standing.Link), number)) continue;
                return await colleagues.OfAsync(standing, request, token) is { } one ? await FlairAsync(one, token) : null;
            }
        }

        return null;
    }

    // Scores of different platforms do not compare, so each has its own list.
    public async Task<Card> TopAsync(FlairCommand.Top asked, CancellationToken token)
    {
        var source = asked.Source is { } wanted ? parts.SourceCalled(wanted) : parts.Sources[0];
        if (source is null) return Say.Notice("No such platform", $"I don't watch “{Echo.Of(asked.Source!)}”. I watch {parts.Everywhere}.");

        // Some more than asked for, in the place of those who do not want to be seen.
        var most = (2 * asked.Count) + 50;
        var found = asked.Window is TopWindow.All
            ? await People.TopAsync(source, most, token)
            : await parts.Store.History.TopSinceAsync(source, parts.Time.GetUtcNow() - Length(asked.Window), most, token);
        var top = (await parts.Consents.SharedAsync(found, token)).Take(asked.Count).ToList();
        if (top.Count == 0) return Say.Notice($"I know nobody on {parts.Cards.Title(source)} yet", asked.Window is TopWindow.All ? "No poll of it has succeeded so far." : "Nobody earned anything in that time, as far as I have seen.");
        var card = parts.Cards.Top(source, top, asked.Window is TopWindow.All);
        return asked.Window is TopWindow.All
            ? card with { Text = asked.Source is null && parts.Sources.Count > 1 ? $"For another platform, name it: /flair top {parts.Sources[1]}" : null }
            : card with { Title = $"{card.Title} in the last {Name(asked.Window)}", Text = "In the order of what was earned in that time; the numbers are everybody's totals." };
    }

    private async Task<IReadOnlyList<Colleague>> HighestAsync(int most, FlairRequest request, CancellationToken token)
    {
        var found = new List<Colleague>();
        foreach (var source in parts.Sources)
        {
            foreach (var one in await parts.Consents.SharedAsync(await People.TopAsync(source, most, token), token))
            {
                if (!found.Exists(colleague => colleague.People.Contains(one.Person)) && await colleagues.OfAsync(one, request, token) is { } colleague) found.Add(colleague);
            }
        }

        return found;
    }

    // What follows the number is the name, which changes.
    private static bool IsAt(Uri address, Uri? profile, long number)
    {
        if (profile is null || !profile.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase)) return false;
        var until = profile.Segments.TakeWhile(segment => Number(segment) != number).Count() + 1;
        return profile.Segments.Length >= until && profile.Segments.Take(until).Select(Bare).SequenceEqual(address.Segments.Take(until).Select(Bare), StringComparer.OrdinalIgnoreCase);
    }

    private static string Bare(string segment) => segment.TrimEnd('/');

    private static long? Number(string segment) => long.TryParse(Bare(segment), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private async Task<Card> FlairAsync(Colleague colleague, CancellationToken token)
    {
        var ranked = new List<RankedStanding>();
        foreach (var person in colleague.People)
        {
            if (await People.FindAsync(person, token) is { } one) ranked.Add(one with { Standing = parts.Subjects?.With(one.Standing) ?? one.Standing });
        }

        return ranked.Count > 0 ? parts.Cards.Flair(ranked, colleague.Name) : Say.Notice("Nobody found", "That person left the snapshot a moment ago.");
    }

    private async Task<Card> NobodyAsync(FlairCommand.Somebody asked, Fitting fitting, CancellationToken token)
    {
        if (fitting.IsPrivate) return Say.Notice("They keep their flair to themselves", "Whoever that is can show it themselves: /flair me --here.");
        if ((await People.CountAsync(token)).Values.Sum() == 0) return Say.Notice("I know nobody yet", "No poll has succeeded so far. If that lasts longer than a few minutes, tell whoever runs me.");
        if (asked.Who.Text.Length == 0) return Say.Notice("I don't know them yet", "That member is linked with nobody. They can say /flair whoami, or a manager can link them.");
        var meant = asked.Meant is { } command ? $" Did you mean /flair {command}?" : "";
        return Say.Notice("Nobody found", $"Nobody on {parts.Everywhere} is called “{Echo.Of(asked.Who.Text)}”.{meant} A first name, a last name or the start of either will do.");
    }

    private Card Suggest(IReadOnlyList<Colleague> found, IReadOnlyDictionary<PersonId, RankedStanding> ranked)
    {
        var shown = found.Take(MostSuggestions).Select(one => ranked.TryGetValue(one.People[0], out var known)
            ? new CardRow("", one.Name, $"{CardMaker.Number(known.Standing.Score)} · {parts.Cards.Title(one.People[0].Source)}", WebAddress.Of(known.Standing.Link))
            : new CardRow("", one.Name, parts.Cards.Title(one.People[0].Source)));
        var text = found.Count > MostSuggestions ? $"More than {MostSuggestions} people fit. These have the most reputation:" : "Several people fit:";
        return Say.Notice("Whom do you mean?", text) with { Summary = $"{text} {string.Join(", ", found.Take(MostSuggestions).Select(one => one.Name))}.", Rows = [.. shown] };
    }

    private Task<IReadOnlyDictionary<PersonId, RankedStanding>> RanksAsync(IReadOnlyList<Colleague> found, CancellationToken token) => RanksAsync(found.Select(one => one.People[0]), token);

    private Task<IReadOnlyDictionary<PersonId, RankedStanding>> RanksAsync(IReadOnlyList<Standing> found, CancellationToken token) => RanksAsync(found.Select(one => one.Person), token);

    private async Task<IReadOnlyDictionary<PersonId, RankedStanding>> RanksAsync(IEnumerable<PersonId> people, CancellationToken token)
    {
        var ranked = new Dictionary<PersonId, RankedStanding>();
        foreach (var person in people.Take(MostSuggestions))
        {
            if (await People.FindAsync(person, token) is { } one) ranked[person] = one;
        }

        return ranked;
    }

    private string HowToLink() => parts.Policy.CanClaim ? "Say who you are there: /flair link @name" : "A manager can say who you are there: /flair link @you to @name";

    private static string LinkHint(Standing one) => $"/flair link @{CardMaker.Name(one)} {one.Person.Source}";

    private static TimeSpan Length(TopWindow window) => TimeSpan.FromDays(window switch
    {
        TopWindow.Week => 7,
        TopWindow.Month => 30,
        _ => 91,
    });

    private static string Name(TopWindow window) => window switch
    {
        TopWindow.Week => "week",
        TopWindow.Month => "month",
        _ => "quarter",
    };
}
