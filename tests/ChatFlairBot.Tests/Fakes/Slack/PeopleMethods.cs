using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>users.*: who somebody is. The e-mail address needs a scope of its own.</summary>
internal static class PeopleMethods
{
    public static JsonObject Info(SlackCall call)
    {
        if (!call.Workspace.Users.TryGetValue(call["user"], out var user)) return SlackJson.Refused("user_not_found");
        return Answer(call, user, call.Flag("include_locale"));
    }

    /// <summary>Somebody who was deactivated is as unknown as nobody.</summary>
    public static JsonObject LookUp(SlackCall call)
    {
        var user = call.Workspace.Users.Values.FirstOrDefault(
            user => user is { IsDeleted: false, Email: not null } && string.Equals(user.Email, call["email"], StringComparison.OrdinalIgnoreCase));
        return user is null ? SlackJson.Refused("users_not_found") : Answer(call, user, withLocale: false);
    }

    private static JsonObject Answer(SlackCall call, FakeUser user, bool withLocale)
    {
        var answer = SlackJson.Ok();
        answer["user"] = user.ToJson(call.Allows("users:read.email"), withLocale);
        return answer;
    }
}
