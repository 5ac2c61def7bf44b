using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>A room of one workspace (docs.slack.dev/reference/objects/conversation-object).</summary>
internal sealed class FakeChannel(FakeWorkspace workspace, string id, string name)
{
    private readonly List<FakeMessage> _messages = [];
    private readonly Dictionary<string, FakeMessage> _byTs = new(StringComparer.Ordinal);

    public FakeWorkspace Workspace => workspace;

    public string Id { get; set; } = id;

    public string Name { get; set; } = name;

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; set; }

    /// <summary>People of another organisation read along (Slack Connect).</summary>
    public bool IsExtShared { get; set; }

    /// <summary>An admin lets only some people post.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>The other side of a direct conversation; null for a room.</summary>
    public string? With { get; init; }

    /// <summary>User ids, the bot's among them once it was invited.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public bool HasBot => With is not null || Members.Contains(Workspace.BotUserId);

    /// <summary>Everything that was ever posted here, what was deleted and what one person alone saw included.</summary>
    public IReadOnlyList<FakeMessage> All
    {
        get
        {
            lock (_messages) return [.. _messages];
        }
    }

    public void Invite(params IEnumerable<string> users) => Members.UnionWith(users);

    public void Add(FakeMessage message)
    {
        lock (_messages)
        {
            _messages.Add(message);
            _byTs.Add(message.Ts, message);
        }
    }

    /// <summary>A message that somebody else typed.</summary>
    public FakeMessage Say(string user, string text, DateTimeOffset at)
    {
        var message = new FakeMessage(Workspace, Workspace.NextTs(at), user) { Channel = this, At = at, Text = text };
        Add(message);
        return message;
    }

    /// <summary>A message that everybody sees; null once it was deleted.</summary>
    public FakeMessage? Find(string ts)
    {
        lock (_messages) return _byTs.GetValueOrDefault(ts) is { IsDeleted: false, EphemeralTo: null } message ? message : null;
    }

    public JsonObject ToJson() => With is not null
        ? new JsonObject { ["id"] = Id, ["is_im"] = true, ["is_channel"] = false, ["is_group"] = false, ["is_archived"] = false, ["user"] = With, ["created"] = 1_763_700_000 }
        : new JsonObject
        {
            ["id"] = Id,
            ["name"] = Name,
            ["name_normalized"] = Name,
            ["is_channel"] = !IsPrivate,
            ["is_group"] = IsPrivate,
            ["is_im"] = false,
            ["is_mpim"] = false,
            ["is_private"] = IsPrivate,
            ["created"] = 1_763_700_000,
            ["is_archived"] = IsArchived,
            ["is_general"] = Name == "general",
            ["is_shared"] = IsExtShared,
            ["is_ext_shared"] = IsExtShared,
            ["is_org_shared"] = false,
            ["is_pending_ext_shared"] = false,
            ["context_team_id"] = Workspace.Id,
            ["is_member"] = HasBot,
            ["num_members"] = Members.Count,
        };
}
