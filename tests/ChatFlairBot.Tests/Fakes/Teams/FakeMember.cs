using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>Somebody in Teams as the bot meets them (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context).</summary>
/// <param name="Id">Begins with <c>29:</c>; another bot knows the same person by another one.</param>
/// <param name="Name">As others see it.</param>
/// <param name="ObjectId">In Entra; null for somebody who is not signed in.</param>
internal sealed record FakeMember(string Id, string Name, string? ObjectId)
{
    public string? Email { get; init; }

    /// <summary>Often the e-mail address, and not always.</summary>
    public string? UserPrincipalName { get; init; }

    public string TenantId { get; init; } = FakeIdentity.TenantId;

    public string Role { get; init; } = "user";

    public bool Answers(string idOrNameOrObjectId) =>
        Id == idOrNameOrObjectId || (UserPrincipalName ?? "").Equals(idOrNameOrObjectId, StringComparison.OrdinalIgnoreCase) || (ObjectId ?? "").Equals(idOrNameOrObjectId, StringComparison.OrdinalIgnoreCase);

    /// <summary>As the sender of an activity.</summary>
    public JsonObject ToAccount(bool withName = true)
    {
        var account = new JsonObject { ["id"] = Id };
        if (withName) account["name"] = Name;
        if (ObjectId is not null) account["aadObjectId"] = ObjectId;
        return account;
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id };
        if (ObjectId is not null) (json["objectId"], json["aadObjectId"]) = (ObjectId, ObjectId);
        json["name"] = Name;
        if (ObjectId is not null && Name.Split(' ', 2) is [var given, var surname]) (json["givenName"], json["surname"]) = (given, surname);
        if (Email is not null) json["email"] = Email;
        if (UserPrincipalName is not null) json["userPrincipalName"] = UserPrincipalName;
        json["tenantId"] = TenantId;
        json["userRole"] = Role;
        return json;
    }
}
