using System.Globalization;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>Looks at what a token can see.</summary>
internal sealed class StarmindSight(StarmindClient client, StarmindNetwork network, StarmindExpertise expertise)
{
    /// <summary>Roles that can change things or see what is hidden (https://docs.starmind.com/api/v1/concepts/roles); the bot needs none of them.</summary>
    private static readonly string[] TooMuch = ["user_admin", "content_admin", "communication_admin", "settings_admin", "network_statistics_admin", "on_behalf_user"];

    public async Task<SourceAnswer<SourceSight>> LookAsync(CancellationToken token)
    {
        var answer = await client.GetAsync("users/me", StarmindJson.Default.UserPayload, token);
        if (!answer.TryGet(out var me, out var fault)) return fault;
        if (await network.RefreshAsync(token) is { } withheld) return withheld;
        var scores = await client.GetAsync("users/scores", StarmindJson.Default.ListScorePayload, token);
        if (!scores.TryGet(out var rows, out var refusal)) return await network.ExplainAsync(refusal, token);
        if (rows.Count > 0 && rows.All(row => row?.Points is null)) return network.NoPoints();
        var people = await client.GetAsync("users?limit=25&offset=0&sort=id.asc", StarmindJson.Default.UsersPayload, token);
        if (!people.TryGet(out var users, out var unlisted)) return client.Faults.OfList(unlisted);

        List<string> sees = [string.Create(CultureInfo.InvariantCulture, $"{users.Total ?? rows.Count:N0} people"), "points", "levels"];
        List<string> misses = ["badges"];
        var hasAddresses = users.Items?.Any(one => one is not null && StarmindStandings.Of("", one)?.Email is not null) is true;
        (hasAddresses ? sees : misses).Add("e-mail");
        // Of a colleague: a technical user has none.
        var knows = users.Items?.FirstOrDefault(one => one is { Id: not null, IsNobody: false })?.Id is { } id && (await expertise.ReadAsync(id, token)).Value is not null && !expertise.IsGone;
        (knows ? sees : misses).Add("know-how");
        return new SourceSight(Owner(me), sees, misses) { Warnings = [.. me.Roles.Intersect(TooMuch, StringComparer.OrdinalIgnoreCase).Select(Warning)] };
    }

    public static string Owner(UserPayload me) => StarmindStandings.Of("", me)?.Name is { Length: > 0 } name && PlainText.OneLine(name) is { Length: > 0 } line ? line : "somebody without a name";

    private static string Warning(string role) => $"the token's user has the role {PlainText.OneLine(role)}, which the bot does not need; a user with user_statistics_admin alone is safer.";
}
