using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>One call of a Web API method as it came: which method, by which token, with what.</summary>
internal sealed record SlackCall(FakeSlack Slack, string Method, IReadOnlyDictionary<string, string> Arguments, FakeToken? Token, DateTimeOffset At)
{
    /// <summary>The Authorization header as it came.</summary>
    public string Authorization { get; init; } = "";

    public string? Bearer => After("Bearer ");

    public string? Basic => After("Basic ");

    /// <summary>The workspace of the token; null where the method needs none or the token is unknown.</summary>
    public FakeWorkspace? Caller => Token?.Workspace;

    /// <summary>The same, for methods that have been admitted.</summary>
    public FakeWorkspace Workspace => Token!.Workspace;

    public string this[string name] => Arguments.GetValueOrDefault(name, "");

    public bool Has(string name) => Arguments.ContainsKey(name);

    public bool Flag(string name) => this[name] is "true" or "1";

    public bool IsFalse(string name) => this[name] is "false" or "0";

    /// <summary>Null when it is absent or no JSON.</summary>
    public JsonNode? Json(string name) => Has(name) && SlackJson.TryParse(this[name], out var node) ? node : null;

    public bool Allows(string scope) => Token!.Scopes.Contains(scope, StringComparer.Ordinal);

    /// <summary>Writes down what Slack would let pass but a careful caller would not do.</summary>
    public void Fault(string what) => Slack.AddFault($"{Method}: {what}");

    private string? After(string scheme) => Authorization.StartsWith(scheme, StringComparison.Ordinal) ? Authorization[scheme.Length..] : null;
}
