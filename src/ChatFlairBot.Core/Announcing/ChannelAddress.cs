namespace ChatFlairBot.Core.Announcing;

/// <summary>A room where cards are posted.</summary>
/// <param name="Platform">The platform's name, as <c>IChatPlatform.Name</c> says it.</param>
/// <param name="Workspace">The installation of the bot on that platform; <c>default</c> where there is only one.</param>
/// <param name="Channel">The platform's own id of the room; with an @ in front a member's, who alone sees what goes there.</param>
public readonly record struct ChannelAddress(string Platform, string Workspace, string Channel)
{
    /// <summary>The workspace of a platform that has only one.</summary>
    public const string DefaultWorkspace = "default";

    private const char MemberSign = '@';

    /// <summary>The member who alone sees what goes there, by the platform's own id; null for a room.</summary>
    public string? Member => Channel is [MemberSign, ..] ? Channel[1..] : null;

    /// <summary>Where a member is told something that nobody else sees.</summary>
    public static ChannelAddress Of(MemberId member) => new(member.Platform, member.Workspace, MemberSign + member.Id);

    public override string ToString() => $"{Platform}/{Workspace}/{Channel}";
}
