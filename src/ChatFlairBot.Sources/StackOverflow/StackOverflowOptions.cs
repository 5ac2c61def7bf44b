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

    /// <summary>A mail address or web page told to the platform with each request, so that it can reach you before it blocks you.</summary>
    [RegularExpression("[A-Za-z0-9@:/._+-]{1,200}", ErrorMessage = "Contact is one mail address or web address.")]
    public string? Contact { get; set; }

    /// <summary>The address that paths are appended to.</summary>
    internal Uri Root => new(BaseUrl!.AbsoluteUri.TrimEnd('/') + (Team is null ? "/" : $"/teams/{Team}/"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is { IsAbsoluteUri: true, Host: CloudHost } && Team is null && !BaseUrl.AbsolutePath.Contains("/teams/", StringComparison.Ordinal))
        {
            yield return new($"Team is needed with {CloudHost}: the slug from https://stackoverflowteams.com/c/SLUG.", [nameof(Team)]);
        }

        if (CredentialText.Fault(nameof(Token), Token) is { } fault) yield return new(fault, [nameof(Token)]);
    }
}
