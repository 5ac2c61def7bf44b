using System.Collections.Concurrent;
using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Connector;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Who somebody is, by the roster of their team or chat, asked at most once an hour for each (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context).</summary>
internal sealed class TeamsMembers(TeamsConversations conversations, IStore store, TimeProvider time)
{
    private const int MostKept = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>When Teams did not answer, it is asked again after that long.</summary>
    private static readonly TimeSpan KeptUnknown = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<MemberId, (TeamsMember Member, DateTimeOffset Until)> _known = new();

    /// <summary>Who sent something.</summary>
    public Task<TeamsMember> SenderAsync(TeamsActivity activity, CancellationToken token) => OfAsync(activity, activity.From, activity.FromName, activity.FromObjectId, token);

    /// <summary>Who is meant by something that was sent.</summary>
    public Task<TeamsMember> OfAsync(TeamsActivity activity, string id, CancellationToken token) => OfAsync(activity, id, null, null, token);

    /// <summary>Forgets who was known in a team or chat.</summary>
    public void Forget(string workspace)
    {
        foreach (var known in _known.Keys.Where(one => one.Workspace == workspace)) _known.TryRemove(known, out _);
    }

    private async Task<TeamsMember> OfAsync(TeamsActivity activity, string teamsId, string? name, string? objectId, CancellationToken token)
    {
        var id = new MemberId(TeamsOptions.Platform, activity.Workspace, teamsId);
        if (teamsId.StartsWith("28:", StringComparison.Ordinal)) return new TeamsMember(new Member(id, name ?? "That"), false, "is a program and earns no reputation.");
        var now = time.GetUtcNow();
        if (_known.TryGetValue(id, out var known) && known.Until > now && known.Until <= now + Kept) return known.Member;
        var answer = await conversations.MemberAsync(activity.ServiceUrl, activity.Workspace, teamsId, token);
        // Teams itself says who sends something, also where the roster is closed to the bot.
        var (member, keep) = answer is ConnectorAnswer.Ok { Body: { } body }
            ? (await ReadAsync(id, activity.Tenant, body, token), Kept)
            : (new TeamsMember(new Member(id, PlainText.OneLine(name ?? "") is { Length: > 0 } said ? said : "That member") { ExternalId = objectId }, false, null), KeptUnknown);
        // Rather everybody is asked anew once than memory grows with every id that somebody makes up.
        if (_known.Count >= MostKept) _known.Clear();
        _known[id] = (member, now + keep);
        return member;
    }

    private async Task<TeamsMember> ReadAsync(MemberId id, string? tenant, JsonElement shown, CancellationToken token)
    {
        var parts = string.Join(' ', new[] { shown.Text("givenName"), shown.Text("surname") }.OfType<string>());
        var name = new[] { shown.Text("name"), parts, id.Id }.Select(one => PlainText.OneLine(one ?? "")).First(one => one.Length > 0);
        var (role, isOutside) = (shown.Text("userRole"), shown.Text("tenantId") is { } own && tenant is not null && !own.Equals(tenant, StringComparison.OrdinalIgnoreCase));
        var isGuest = role is "guest" or "anonymous" || isOutside;
        var member = new Member(id, name) { ExternalId = isGuest ? null : shown.Text("objectId") ?? shown.Text("aadObjectId") };
        if (!isGuest) member = await AddressedAsync(member, shown.Text("email"), shown.Text("userPrincipalName"), token);
        return new TeamsMember(member, !isGuest && role == "owner", isGuest ? "is a guest here, so I look nothing up about them." : null);
    }

    // The address and the name that one signs in with can differ; either may be the one that a source knows.
    private async Task<Member> AddressedAsync(Member member, string? email, string? principal, CancellationToken token)
    {
        var addressed = member with { VerifiedEmail = (email ?? principal) is { } first ? new PrivateText(first) : null };
        if (principal is null || email is null || principal.Equals(email, StringComparison.OrdinalIgnoreCase)) return addressed;
        return (await store.Members.MatchesAsync(addressed, token)).Count > 0 ? addressed : member with { VerifiedEmail = new PrivateText(principal) };
    }
}
