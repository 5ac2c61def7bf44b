using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>A <c>Sources:name</c> block with <c>Kind</c> StackOverflow.</summary>
/// <remarks><c>BaseUrl</c> is <c>https://SITE.stackenterprise.co/api/v3</c>, or <c>https://api.stackoverflowteams.com/v3</c> with a team.</remarks>
public sealed class StackOverflowOptions : SourceOptions, IValidatableObject
{
    /// <summary>The cloud of Basic and Business (https://stackoverflowteams.help/en/articles/9085836-api-v3-overview).</summary>
    private const string CloudHost = "api.stackoverflowteams.com";

    /// <summary>The team's slug, as in <c>https://stackoverflowteams.com/c/SLUG</c>, or an Enterprise private team.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,100}", ErrorMessage = "Team is the slug from the team's address: letters, digits, - and _.")]
    public string? Team { get; set; }

    /// <summary>A personal access token or access token; reading is all it needs to be allowed.</summary>
    [Required(ErrorMessage = "Token is missing. Put it into the environment as Sources__NAME__Token; a token that may only read is enough.")]
    [DataType(DataType.Password)]
    public string? Token { get; set; }

    /// <summary>Where badges come from, which API v3 does not know: <c>https://SITE.stackenterprise.co/api/2.3</c>, or on the cloud <c>https://api.stackoverflowteams.com/2.3</c>.</summary>
    public Uri? BadgesFrom { get; set; }

    /// <summary>Enterprise's key for API v2.3; on the cloud the token is good for both.</summary>
    [DataType(DataType.Password)]
    public string? Key { get; set; }

    /// <summary>Whether subject matter experts are read, once a day: one request for each tag that has any.</summary>
    public bool Experts { get; set; }

    /// <summary>Whether user groups are read, once a day, for subscriptions that ask for them; departments come with the people.</summary>
    public bool Groups { get; set; }

    /// <summary>A mail address or web page told to the platform with each request, so that it can reach you before it blocks you.</summary>
    [RegularExpression("[A-Za-z0-9@:/._+-]{1,200}", ErrorMessage = "Contact is one mail address or web address.")]
    public string? Contact { get; set; }

    /// <summary>The address that paths are appended to.</summary>
    internal Uri Root => new(BaseUrl!.AbsoluteUri.TrimEnd('/') + (Team is null ? "/" : $"/teams/{Team}/"));

    /// <summary>The address that paths of API v2.3 are appended to.</summary>
    internal Uri? BadgesRoot => BadgesFrom is null ? null : new(BadgesFrom.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>What API v2.3 is asked with: the cloud knows a team by its slug, a site of Enterprise only itself.</summary>
    internal string BadgesScope => Key is null && Team is not null ? $"team={Uri.EscapeDataString(Team)}" : "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is { IsAbsoluteUri: true, Host: CloudHost } && Team is null && !BaseUrl.AbsolutePath.Contains("/teams/", StringComparison.Ordinal))
        {
            yield return new($"Team is needed with {CloudHost}: the slug from https://stackoverflowteams.com/c/SLUG.", [nameof(Team)]);
        }

        if (CredentialText.Fault(nameof(Token), Token) is { } token) yield return new(token, [nameof(Token)]);
        if (CredentialText.Fault(nameof(Key), Key) is { } key) yield return new(key, [nameof(Key)]);
        if (BadgesFrom is { } badges && (badges.Scheme != Uri.UriSchemeHttps && !(badges.Scheme == Uri.UriSchemeHttp && badges.IsLoopback)))
        {
            yield return new("BadgesFrom has to start with https:, for key and token travel with every request.", [nameof(BadgesFrom)]);
        }

        if (BadgesFrom is { UserInfo.Length: > 0 } or { Query.Length: > 0 } or { Fragment.Length: > 0 })
        {
            yield return new("BadgesFrom holds a user, query or fragment; key and token have their own settings.", [nameof(BadgesFrom)]);
        }

        if (Key is not null && BadgesFrom is null) yield return new("Key is for badges alone, and BadgesFrom does not say where they come from.", [nameof(Key)]);
    }
}
