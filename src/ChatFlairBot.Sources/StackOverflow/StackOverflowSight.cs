using System.Globalization;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Looks at what a token of API v3 can see.</summary>
internal sealed class StackOverflowSight(StackOverflowOptions options, StackOverflowClient client, StackOverflowBadges? badges)
{
    public async Task<SourceAnswer<SourceSight>> LookAsync(CancellationToken token)
    {
        var answer = await client.GetAsync("users/me", StackOverflowJson.Default.UserPayload, token);
        if (!answer.TryGet(out var me, out var fault)) return fault;
        var list = await client.GetAsync($"users?page=1&pageSize={StackOverflowSource.PageSize}&sort=reputation&order=desc", StackOverflowJson.Default.UsersPayload, token);
        if (!list.TryGet(out var users, out var unlisted)) return client.Faults.OfList(unlisted);
        if (users.Items is null) return client.Faults.NoList();
        if (badges is not null && await badges.ProbeAsync(token) is { } refused) return refused;

        // Everybody sees their own address; those of others only an administrator does.
        var isAdmin = users.Items.Any(one => one is { Email.Length: > 0 } && one.Id != me.Id);
        List<string> sees = [string.Create(CultureInfo.InvariantCulture, $"{users.TotalCount ?? users.Items.Count:N0} people")], misses = [];
        (isAdmin ? sees : misses).Add("e-mail");
        (badges is not null ? sees : misses).Add("badges");
        (await HasExpertsAsync(token) ? sees : misses).Add("experts");
        misses.Add("levels");
        return new SourceSight(Owner(me), sees, misses)
        {
            Warnings = isAdmin ? ["the token is an administrator's, which the bot does not need: a member's that may only read is safer, and colleagues are then linked by /flair link."] : [],
        };
    }

    // A site may have them switched off (422); that is no fault.
    private async Task<bool> HasExpertsAsync(CancellationToken token) =>
        options.Experts && (await client.GetAsync("tags?hasSmes=true&page=1&pageSize=15", StackOverflowJson.Default.ListPayloadTagPayload, token)).Value is { Items.Count: > 0 };

    private static string Owner(UserPayload me) => $"{PlainText.OneLine(me.Name ?? "somebody without a name")}{(me.Role is { } role ? $" ({PlainText.OneLine(role)})" : "")}";
}
