namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>A request for a token as it came.</summary>
/// <param name="Tenant">The tenant in its path; <c>msi</c> where the machine itself was asked.</param>
/// <param name="Fields">Its form, or its query where the machine was asked.</param>
internal sealed record TokenRequest(string Tenant, IReadOnlyDictionary<string, string> Fields)
{
    public string this[string name] => Fields.GetValueOrDefault(name, "");

    public bool HasAssertion => Fields.ContainsKey("client_assertion");
}
