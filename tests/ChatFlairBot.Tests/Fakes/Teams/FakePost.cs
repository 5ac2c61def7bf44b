using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>A message as it lies in a conversation.</summary>
internal sealed class FakePost(FakeRoom room, string id, JsonObject activity)
{
    public FakeRoom Room => room;

    public string Id => id;

    /// <summary>The message that began its thread, which may be itself; null outside channels.</summary>
    public string? Root { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The one person who sees it; null for everybody.</summary>
    public string? TargetedTo { get; init; }

    /// <summary>Who wrote it; null for the bot.</summary>
    public FakeMember? Author { get; init; }

    /// <summary>As it was sent or last changed.</summary>
    public JsonObject Activity { get; set; } = activity;

    public string Text => (string?)Activity["text"] ?? "";

    /// <summary>What a notification says.</summary>
    public string Summary => (string?)Activity["summary"] ?? "";

    /// <summary>The first Adaptive Card in it; null for none.</summary>
    public JsonObject? Card => TeamsCards.Of(Activity).FirstOrDefault();

    /// <summary>How often it was changed.</summary>
    public int Edits { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>Where an answer in its thread goes.</summary>
    public string ConversationId => Root is null ? room.Id : $"{room.Id};messageid={Root}";
}
