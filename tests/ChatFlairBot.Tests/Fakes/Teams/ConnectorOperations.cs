namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>What the connector can be asked for; a script's names.</summary>
internal static class ConnectorOperations
{
    public const string Create = "create";
    public const string Send = "send";
    public const string Reply = "reply";
    public const string Update = "update";
    public const string Delete = "delete";
    public const string Member = "member";
    public const string Members = "members";
    public const string PagedMembers = "pagedmembers";
    public const string Team = "team";
    public const string Channels = "channels";
    public const string Any = "*";
}
