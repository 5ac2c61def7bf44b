namespace ChatFlairBot.Core.Announcing;

/// <summary>A room where cards are posted.</summary>
/// <param name="Platform">The platform's name, as <c>IChatPlatform.Name</c> says it.</param>
/// <param name="Workspace">The installation of the bot on that platform; <c>default</c> where there is only one.</param>
/// <param name="Channel">The platform's own id of the room.</param>
public readonly record struct ChannelAddress(string Platform, string Workspace, string Channel)
{
    /// <summary>The workspace of a platform that has only one.</summary>
    public const string DefaultWorkspace = "default";

    public override string ToString() => $"{Platform}/{Workspace}/{Channel}";
}
