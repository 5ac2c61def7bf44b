using System.Globalization;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.StackApi;

namespace ChatFlairBot.Sources.StackExchange;

/// <summary>What a site or a team of the older kind lets the bot see.</summary>
internal static class StackExchangeSight
{
    /// <summary>Kinds of accounts that may do more than look (https://api.stackexchange.com/docs/types/user).</summary>
    private static readonly string[] TooMuch = ["moderator", "team_admin"];

    /// <param name="options">What was set.</param>
    /// <param name="first">Whom the API named first: with a token its owner.</param>
    /// <param name="quota">What is left of the day's requests.</param>
    public static SourceSight Of(StackExchangeOptions options, ApiUser? first, (long Left, long? Max)? quota)
    {
        List<string> sees = ["people", options.BadgeNames ? "badges with their names" : "badges by number"];
        if (quota is { } left) sees.Add(string.Create(CultureInfo.InvariantCulture, $"{left.Left:N0} of {left.Max:N0} requests left today"));
        var owner = options.Token is null ? null : PlainText.OneLine(first?.Name ?? "") is { Length: > 0 } name ? name : "somebody without a name";
        return new SourceSight(owner, sees, ["e-mail", "levels", "experts", "know-how"]) { Warnings = [.. Warnings(options, options.Token is null ? null : first)] };
    }

    private static IEnumerable<string> Warnings(StackExchangeOptions options, ApiUser? me)
    {
        if (options.Token is not null && options.Team is null) yield return "a public site needs no token; take it out, so that nobody can lose it.";
        if (me is { Type: { } type } && TooMuch.Contains(type)) yield return $"the token's user is a {PlainText.OneLine(type)}, which the bot does not need; a member's token is safer.";
        if (options.Key is null) yield return "without a Key there are 300 requests a day for everybody at this address; a key of https://stackapps.com gives 10,000.";
    }
}
