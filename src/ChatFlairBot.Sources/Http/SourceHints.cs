namespace ChatFlairBot.Sources.Http;

/// <summary>What only the vendor's own folder can know about a refusal: whole sentences, added to what is the same for all.</summary>
/// <param name="Api">What is due at the address, such as <c>API v3</c>.</param>
/// <param name="Address">What to check when nothing is there, such as <c>Check BaseUrl and Team.</c></param>
internal sealed record SourceHints(string Api, string Address)
{
    /// <summary>Why credentials may be refused (401), and where they are set.</summary>
    public string Unauthorized { get; init; } = "It is wrong or has expired. Check Token.";

    /// <summary>How to come by credentials that may do this (403).</summary>
    public string Forbidden { get; init; } = "Make a token of an account that may see the members.";

    /// <summary>How new credentials are made when these are refused, with the vendor's page; for managers, who may not know where they came from.</summary>
    public string? Renewal { get; init; }

    /// <summary>What a fault of the platform's own (5xx) may mean besides one; null when just that.</summary>
    public string? ServerFault { get; init; }
}
