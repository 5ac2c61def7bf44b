using System.Text.RegularExpressions;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>Answers name commands as <c>/flair top</c>. In Teams one writes to the bot by its name.</summary>
internal static partial class TeamsWords
{
    /// <summary>What the bot is called in Teams.</summary>
    public const string Bot = "ChatFlair";

    /// <summary>The card with its commands as they are written in Teams. Names of people stay as they are: only the bot's own words name commands.</summary>
    public static Card Of(Card card) => card.Kind switch
    {
        CardKind.Help or CardKind.Notice => card with
        {
            Title = Said(card.Title),
            Summary = Said(card.Summary),
            Text = card.Text is { } text ? Said(text) : null,
            Facts = [.. card.Facts.Select(fact => fact with { Value = Said(fact.Value) })],
            Rows = [.. card.Rows.Select(row => row with { Label = Said(row.Label), Value = Said(row.Value) })],
        },
        _ => card.Text is { } text ? card with { Text = Said(text) } : card,
    };

    private static string Said(string text) => Command().Replace(text, $"@{Bot}");

    [GeneratedRegex(@"(?<![\w/])/flair\b", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Command();
}
