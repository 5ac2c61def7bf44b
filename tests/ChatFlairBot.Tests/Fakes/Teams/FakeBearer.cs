namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>A token that the identity service gave the bot, and that the connector then asks for.</summary>
internal sealed class FakeBearer(string value, string appId, string tenant, DateTimeOffset expiresAt)
{
    public string Value => value;

    public string AppId => appId;

    /// <summary>The tenant that it was asked of: the home tenant's id, or <c>botframework.com</c> for an app of many tenants.</summary>
    public string Tenant => tenant;

    /// <summary>On the machine's clock, which the token libraries go by.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    public bool IsAlive => TimeProvider.System.GetUtcNow() < ExpiresAt;

    /// <summary>From now on the connector refuses it.</summary>
    public void End() => ExpiresAt = DateTimeOffset.MinValue;
}
