using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>A team with its channels; General is always there, and its id is the team's.</summary>
internal sealed class FakeTeam
{
    public FakeTeam(string id, string name, string groupId)
    {
        (Id, Name, GroupId) = (id, name, groupId);
        General = new FakeRoom(id, FakeRoom.Channel) { Team = this };
        Channels.Add(General);
    }

    public string Id { get; }

    public string Name { get; set; }

    /// <summary>In Entra.</summary>
    public string GroupId { get; }

    public FakeRoom General { get; }

    public List<FakeRoom> Channels { get; } = [];

    public List<FakeMember> Members { get; } = [];

    public bool HasBot { get; set; } = true;

    public bool IsDeleted { get; set; }

    public FakeRoom AddChannel(string id, string name)
    {
        var channel = new FakeRoom(id, FakeRoom.Channel) { Team = this, Name = name };
        Channels.Add(channel);
        return channel;
    }

    public JsonObject ToJson() => new() { ["id"] = Id, ["name"] = Name, ["aadGroupId"] = GroupId };

    /// <summary>As <c>channelData.team</c> of an event says it.</summary>
    public JsonObject ToChannelData() => new() { ["aadGroupId"] = GroupId, ["name"] = Name, ["id"] = Id };

    public JsonObject ChannelsJson() => new()
    {
        ["conversations"] = new JsonArray([.. Channels.Where(channel => !channel.IsDeleted).Select(channel => new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name })]),
    };
}
