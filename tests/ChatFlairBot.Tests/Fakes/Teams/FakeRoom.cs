using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>A conversation: a channel of a team, a chat of several people, or one with the bot alone.</summary>
internal sealed class FakeRoom(string id, string type)
{
    public const string Channel = "channel";
    public const string GroupChat = "groupChat";
    public const string Personal = "personal";

    private readonly List<FakePost> _posts = [];

    public string Id => id;

    /// <summary>As <c>conversation.conversationType</c> says it.</summary>
    public string Type => type;

    /// <summary>Null for a team's General, whose id is the team's, and for chats.</summary>
    public string? Name { get; set; }

    public FakeTeam? Team { get; init; }

    /// <summary>The people of a chat; a channel's are its team's.</summary>
    public List<FakeMember> Own { get; init; } = [];

    public IReadOnlyList<FakeMember> Members => Team?.Members ?? Own;

    /// <summary>The app is installed in this chat; for a channel its team says so.</summary>
    public bool HasApp { get; set; } = true;

    public bool HasBot => Team?.HasBot ?? HasApp;

    public bool IsDeleted { get; set; }

    /// <summary>What every post is refused with, by the name of its fixture: <c>403-ConversationBlockedByUser</c>.</summary>
    public string? Refuses { get; set; }

    /// <summary>Everything that was ever posted here, what was deleted and what one person alone saw included.</summary>
    public IReadOnlyList<FakePost> Everything
    {
        get
        {
            lock (_posts) return [.. _posts];
        }
    }

    /// <summary>What everybody here sees of the bot's.</summary>
    public IReadOnlyList<FakePost> Posts => [.. Everything.Where(post => post is { IsDeleted: false, TargetedTo: null, Author: null })];

    public FakePost? Find(string postId) => Everything.FirstOrDefault(post => post.Id == postId && !post.IsDeleted);

    public void Add(FakePost post)
    {
        lock (_posts) _posts.Add(post);
    }

    /// <summary>As an activity says where it happened.</summary>
    public JsonObject ToConversation(string? root = null)
    {
        var conversation = new JsonObject { ["conversationType"] = type, ["tenantId"] = FakeIdentity.TenantId, ["id"] = root is null ? id : $"{id};messageid={root}" };
        if (type != Personal) conversation["isGroup"] = true;
        return conversation;
    }
}
