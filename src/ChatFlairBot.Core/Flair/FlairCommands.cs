using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Flair;

/// <summary>Answers <c>/flair</c> from the snapshots. It knows no platform: what comes in is a request, what goes out is a card.</summary>
/// <param name="people">The snapshots.</param>
/// <param name="cards">Makes the cards of people.</param>
/// <param name="sources">The names of the sources, in the order of the settings.</param>
public sealed class FlairCommands(IStandingReader people, CardMaker cards, IReadOnlyList<string> sources)
{
    private const int MostSuggestions = 8;

    private string Everywhere => string.Join(", ", sources.Select(cards.Title));

    public Task<Card> AnswerAsync(FlairRequest request, CancellationToken token) => FlairLanguage.Parse(request.Text) switch
    {
        FlairCommand.Me => MeAsync(request.Member, token),
        FlairCommand.Somebody somebody => SomebodyAsync(somebody.Name, token),
        FlairCommand.Top top => TopAsync(top, token),
        FlairCommand.Help => Task.FromResult(Help("What /flair can do", null)),
        _ => Task.FromResult(Help("That is not a command I know", "Try one of these:")),
    };

    /// <summary>Names that the commands know, highest scores first, for pages that offer them.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(int most, CancellationToken token)
    {
        var names = new List<string>();
        foreach (var source in sources) names.AddRange((await people.TopAsync(source, most, token)).Select(CardMaker.Name));
        return [.. names.Distinct(StringComparer.Ordinal).Take(most)];
    }

    // Without links between members and people, only a name that fits exactly one person is good enough to say "you".
    private async Task<Card> MeAsync(string member, CancellationToken token)
    {
        var wanted = NameFolding.Fold(member);
        var found = (await people.SearchAsync(member, sources, MostSuggestions + 1, token)).Where(one => NameFolding.Fold(one.Name) == wanted).ToList();
        return found switch
        {
            [var one] => await FlairAsync(one.Person, token),
            [] => Notice("I don't know who you are", $"Nobody is called “{member}” on {Everywhere}. Try /flair @name."),
            _ => Suggest(found) with { Title = "Which of these are you?" },
        };
    }

    private async Task<Card> SomebodyAsync(string name, CancellationToken token)
    {
        var found = await people.SearchAsync(name, sources, MostSuggestions + 1, token);
        return found switch
        {
            [] => await NobodyAsync(name, token),
            [var one] => await FlairAsync(one.Person, token),
            _ => Suggest(found),
        };
    }

    private async Task<Card> NobodyAsync(string name, CancellationToken token) =>
        (await people.CountAsync(token)).Values.Sum() == 0
            ? Notice("I know nobody yet", "No poll has succeeded so far. If that lasts longer than a few minutes, tell whoever runs me.")
            : Notice("Nobody found", $"Nobody on {Everywhere} is called “{name}”. A first name, a last name or the start of either will do.");

    private async Task<Card> FlairAsync(PersonId person, CancellationToken token) =>
        await people.FindAsync(person, token) is { } ranked
            ? cards.Flair(ranked)
            : Notice("Nobody found", "That person left the snapshot a moment ago.");

    private Card Suggest(IReadOnlyList<Standing> found)
    {
        var shown = found.Take(MostSuggestions).Select(one =>
            new CardRow("", CardMaker.Name(one), $"{CardMaker.Number(one.Score)} · {cards.Title(one.Person.Source)}", WebAddress.Of(one.Link)));
        var text = found.Count > MostSuggestions ? $"More than {MostSuggestions} people fit. These have the most reputation:" : "Several people fit:";
        var summary = $"{text} {string.Join(", ", found.Take(MostSuggestions).Select(CardMaker.Name))}.";
        return Notice("Whom do you mean?", text) with { Summary = summary, Rows = [.. shown] };
    }

    // Scores of different platforms do not compare, so each has its own list.
    private async Task<Card> TopAsync(FlairCommand.Top asked, CancellationToken token)
    {
        var source = asked.Source is { } wanted ? sources.FirstOrDefault(name => IsCalled(name, wanted)) : sources[0];
        if (source is null) return Notice("No such platform", $"I don't watch “{asked.Source}”. I watch {Everywhere}.");

        var top = await people.TopAsync(source, asked.Count, token);
        if (top.Count == 0) return Notice($"I know nobody on {cards.Title(source)} yet", "No poll of it has succeeded so far.");
        return cards.Top(source, top) with
        {
            Text = asked.Source is null && sources.Count > 1 ? $"For another platform, name it: /flair top {sources[1]}" : null,
        };
    }

    private bool IsCalled(string source, string wanted) =>
        source.Equals(wanted, StringComparison.OrdinalIgnoreCase) || cards.Title(source).Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static Card Help(string title, string? text) =>
        new(CardKind.Help, title, $"{title}: {string.Join(", ", FlairLanguage.Commands.Select(one => one.Command))}.")
        {
            Text = text,
            Rows = [.. FlairLanguage.Commands.Select(one => new CardRow("", one.Command, one.Meaning))],
        };

    private static Card Notice(string title, string text) => new(CardKind.Notice, title, $"{title}. {text}") { Text = text };
}
