using System.Globalization;
using System.Text;
using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairLanguageFuzzTests
{
    private const int Seed = 20_260_304;
    private const string Forbidden = "<>@&`*_~[]";

    [Fact]
    public void Whatever_is_typed_it_answers_within_bounds()
    {
        var kinds = new Dictionary<Type, int>();
        foreach (var line in CommandFuzz.Lines(100_000, Seed))
        {
            var fault = Record.Exception(() =>
            {
                var command = FlairLanguage.Parse(line).Command;
                kinds[command.GetType()] = kinds.GetValueOrDefault(command.GetType()) + 1;
                Assert.Null(Wrong(command));
                Assert.Null(Unsafe(Echo.Of(line)));
            });
            Assert.True(fault is null, $"“{line}”: {fault}");
        }

        // A generator that never reaches a command proves nothing about it.
        var all = typeof(FlairCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(FlairCommand)));
        Assert.All(all, type => Assert.True(kinds.GetValueOrDefault(type) >= 5, $"{type.Name}: {kinds.GetValueOrDefault(type)}"));
    }

    [Fact]
    public void Help_and_offers_take_whatever_is_typed()
    {
        foreach (var line in CommandFuzz.Lines(10_000, Seed + 1))
        {
            var fault = Record.Exception(() => (FlairLanguage.Find(line), FlairLanguage.Nearest(line), Mention.Parse(line)));
            Assert.True(fault is null, $"“{line}”: {fault}");
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_lines() => Assert.Equal(CommandFuzz.Lines(100, 7), CommandFuzz.Lines(100, 7));

    private static string? Wrong(FlairCommand command) => command switch
    {
        FlairCommand.Somebody somebody => Wrong(somebody.Who) ?? (somebody.Meant is null ? null : Stranger(somebody.Meant)),
        FlairCommand.Top { Count: < 1 or > FlairLanguage.MostTop } top => $"{top}",
        FlairCommand.Top top => Blank(top.Source),
        FlairCommand.Why why => why is { Who: not null, Card: not null } ? "both" : Wrong(why.Who) ?? Card(why.Card),
        FlairCommand.Link link => link is { Member: not null, Person: null } ? "no person" : Wrong(link.Member) ?? Wrong(link.Person),
        FlairCommand.Unlink unlink => Wrong(unlink.Member),
        FlairCommand.Subscribe subscribe => Wrong(subscribe.Wish),
        FlairCommand.Settings { Wish: { } wish } => Wrong(wish),
        FlairCommand.Simulate simulate => simulate.Days is < 1 or > 3_650 || simulate.WantedPerWeek is <= 0 or > 100_000 or double.NaN
            ? $"{simulate}"
            : Thresholds(simulate.Thresholds) ?? Unsafe(simulate.Fault ?? ""),
        FlairCommand.Pause pause => pause.For is { } time && (time < TimeSpan.FromMinutes(1) || time > TimeSpan.FromDays(365) || pause.Fault is not null) ? $"{pause}" : Unsafe(pause.Fault ?? ""),
        FlairCommand.Quarantine quarantine => Blank(quarantine.Source),
        FlairCommand.Retract retract => Card(retract.Card),
        FlairCommand.Correct correct => Card(correct.Card),
        FlairCommand.Help help => Blank(help.Topic),
        _ => null,
    };

    private static string? Wrong(Mention? mention) =>
        mention is null ? null
        : mention.IsEmpty ? "An empty mention"
        : mention.Text.Length > 500 || mention.Text != mention.Text.Trim() ? mention.Text
        : mention.MemberId is { } id && !id.All(char.IsAsciiLetterOrDigit) ? id
        : Broken(mention.Text);

    private static string? Wrong(SubscriptionWish wish)
    {
        if (wish.AtLeast is < 0 or > 100_000_000 || wish.CardsPerDay is < 0 or > 1_000 || wish.WorkingDays is [] || wish.Quiet is { } quiet && quiet.From == quiet.Until) return $"{wish}";
        if (wish.Quiet is not null && wish.IsQuietOff) return "Quiet and off";
        var names = (string?[])[.. wish.Sources, .. wish.Others, .. wish.Groups, wish.Zone];
        return names.Select(Blank).FirstOrDefault(one => one is not null) ?? Thresholds(wish.Thresholds) ?? wish.Faults.Select(Unsafe).FirstOrDefault(one => one is not null);
    }

    private static string? Thresholds(IReadOnlyList<long> thresholds) =>
        thresholds.Count > 20 || thresholds.Any(one => one is < 2 or > 100_000_000) || !thresholds.SequenceEqual(thresholds.Distinct().Order()) ? string.Join(' ', thresholds) : null;

    private static string? Card(string? card) => card is null || card.Split('-') is [var digits] && digits.Length > 0 && digits.All(char.IsAsciiDigit) || card.StartsWith("d-", StringComparison.Ordinal) ? null : card;

    private static string? Blank(string? name) => name is null ? null : string.IsNullOrWhiteSpace(name) ? "A blank name" : Broken(name);

    // What is offered has to be a command.
    private static string? Stranger(string meant) => FlairLanguage.Parse(meant).Command is FlairCommand.Somebody or FlairCommand.Unknown ? meant : null;

    private static string? Broken(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && !text.Contains('\uFFFD', StringComparison.Ordinal) ? "Half a surrogate pair" : null;

    private static string? Unsafe(string text) =>
        text.IndexOfAny([.. Forbidden]) >= 0
        || text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            ? text
            : Broken(text);
}
