using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>Who is there, and where (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context).</summary>
internal static class PeopleOperations
{
    private const int SmallestPage = 50;
    private const int LargestPage = 500;
    private const int UsualPage = 200;

    public static ConnectorAnswer Member(ConnectorCall call)
    {
        if (Missing(call, out var room) is { } refusal) return refusal;
        // The page names no body for somebody who is not there; its code is MemberNotFoundInConversation.
        return room!.Members.FirstOrDefault(member => member.Answers(call.Other)) is { } found
            ? new ConnectorAnswer(StatusCodes.Status200OK, found.ToJson())
            : ConnectorAnswer.Refused(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "Member not found.");
    }

    public static ConnectorAnswer All(ConnectorCall call)
    {
        call.Fault("it is deprecated: five times a minute, ten thousand people at most");
        return Missing(call, out var room) ?? new ConnectorAnswer(StatusCodes.Status200OK, new JsonArray([.. room!.Members.Take(10_000).Select(member => member.ToJson())]));
    }

    public static ConnectorAnswer Page(ConnectorCall call)
    {
        if (Missing(call, out var room) is { } refusal) return refusal;
        if (!int.TryParse(call.Query.GetValueOrDefault("pageSize", $"{UsualPage}"), CultureInfo.InvariantCulture, out var asked)) return ConnectorAnswer.BadArgument("pageSize is no number");
        if (asked is < SmallestPage or > LargestPage) call.Fault($"a page has {SmallestPage} to {LargestPage} people and not {asked}");
        var size = Math.Clamp(asked, SmallestPage, LargestPage);
        var at = 0;
        if (call.Query.GetValueOrDefault("continuationToken", "") is { Length: > 0 } token && !TryRead(token, out at)) return ConnectorAnswer.BadArgument("The continuation token is not known");
        var page = new JsonObject { ["members"] = new JsonArray([.. room!.Members.Skip(at).Take(size).Select(member => member.ToJson())]) };
        // Signs that a path or query must escape.
        if (at + size < room.Members.Count) page["continuationToken"] = string.Create(CultureInfo.InvariantCulture, $"page+{at + size}/&=");
        return new ConnectorAnswer(StatusCodes.Status200OK, page);
    }

    public static ConnectorAnswer Team(ConnectorCall call) => Found(call) is { } team ? new ConnectorAnswer(StatusCodes.Status200OK, team.ToJson()) : ConnectorAnswer.Error("404-ConversationNotFound");

    public static ConnectorAnswer Channels(ConnectorCall call) =>
        Found(call) is { } team ? new ConnectorAnswer(StatusCodes.Status200OK, team.ChannelsJson()) : ConnectorAnswer.Error("404-ConversationNotFound");

    private static FakeTeam? Found(ConnectorCall call) => call.Connector.Teams.Find(team => team.Id == call.Id && team is { HasBot: true, IsDeleted: false });

    private static bool TryRead(string token, out int at)
    {
        at = 0;
        return token.StartsWith("page+", StringComparison.Ordinal) && token.EndsWith("/&=", StringComparison.Ordinal) && int.TryParse(token["page+".Length..^"/&=".Length], CultureInfo.InvariantCulture, out at);
    }

    private static ConnectorAnswer? Missing(ConnectorCall call, out FakeRoom? room)
    {
        room = call.Connector.Room(call.Id);
        if (room is null || room.IsDeleted || room.Team is { IsDeleted: true }) return ConnectorAnswer.Error("404-ConversationNotFound");
        return room.HasBot ? null : ConnectorAnswer.Error("403-BotNotInConversationRoster");
    }
}
