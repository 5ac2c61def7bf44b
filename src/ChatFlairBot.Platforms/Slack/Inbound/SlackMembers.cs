using System.Collections.Concurrent;
using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Who somebody is, by <c>users.info</c>, asked at most once an hour for each.</summary>
internal sealed class SlackMembers(SlackCalls calls, TimeProvider time)
{
    private const int MostKept = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>When Slack did not answer, it is asked again after that long.</summary>
    private static readonly TimeSpan KeptUnknown = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<MemberId, (SlackMember Member, DateTimeOffset Until)> _known = new();

    /// <param name="workspace">The key of their workspace.</param>
    /// <param name="team">Slack's id of it, or null when nobody knows: somebody of another one is a guest from another company.</param>
    /// <param name="user">Slack's id.</param>
    /// <param name="otherwise">What to call them when Slack does not say.</param>
    /// <param name="token">Ends the call.</param>
    public async Task<SlackMember> OfAsync(string workspace, string? team, string user, string? otherwise, CancellationToken token)
    {
        var id = new MemberId(SlackOptions.Platform, workspace, user);
        var now = time.GetUtcNow();
        if (_known.TryGetValue(id, out var known) && known.Until > now && known.Until <= now + Kept) return known.Member;
        var answer = await calls.ReadAsync(workspace, SlackMethod.UserInfo, [SlackWeb.Field("user", user)], token);
        var (member, keep) = answer is SlackAnswer.Ok { Body: var body } && body.At("user") is { } shown
            ? (Read(id, team, shown), Kept)
            : (new SlackMember(new Member(id, otherwise ?? user), null, null), KeptUnknown);
        // Rather everybody is asked anew once than memory grows with every id that somebody makes up.
        if (_known.Count >= MostKept) _known.Clear();
        _known[id] = (member, now + keep);
        return member;
    }

    private static SlackMember Read(MemberId id, string? team, JsonElement user)
    {
        var profile = user.At("profile") ?? user;
        var name = PlainText.OneLine(profile.Text("real_name") ?? user.Text("real_name") ?? profile.Text("display_name") ?? user.Text("name") ?? id.Id);
        var isOutside = user.Flag("is_stranger") || (team is not null && user.At("enterprise_user") is null && user.Text("team_id") is { } own && own != team);
        // An address counts when Slack does not say that nobody confirmed it.
        var isConfirmed = user.At("is_email_confirmed") is not { ValueKind: JsonValueKind.False };
        var member = new Member(id, name)
        {
            VerifiedEmail = !isOutside && isConfirmed && profile.Text("email") is { } email ? new PrivateText(email) : null,
            IsPlatformAdmin = !isOutside && (user.Flag("is_admin") || user.Flag("is_owner") || user.Flag("is_primary_owner")),
        };
        return new SlackMember(member, user.Text("tz"), Refusal(user, isOutside, id.Id));
    }

    private static string? Refusal(JsonElement user, bool isOutside, string id)
    {
        if (isOutside) return "is of another company, so I look nothing up about them.";
        if (user.Flag("deleted")) return "has no account here any more.";
        return user.Flag("is_bot") || user.Flag("is_app_user") || id == "USLACKBOT" ? "is a program and earns no reputation." : null;
    }
}
