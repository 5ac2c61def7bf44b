using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackExchange;

/// <summary>A <c>Sources:name</c> block with <c>Kind</c> StackExchange: any public site, or a team of the older kind.</summary>
/// <remarks><c>BaseUrl</c> is <c>https://api.stackexchange.com/2.3</c>.</remarks>
public sealed class StackExchangeOptions : SourceOptions, IValidatableObject
{
    /// <summary>The site as the API calls it: <c>stackoverflow</c>, <c>serverfault</c>, <c>cooking</c>, or its host name.</summary>
    [Required(ErrorMessage = "Site is missing: the site's name in the API, such as stackoverflow or serverfault.")]
    [RegularExpression("[A-Za-z0-9.-]{1,100}", ErrorMessage = "Site is the site's name in the API: letters, digits, dots and -.")]
    public string? Site { get; set; }

    /// <summary>A team of the older kind, as <c>stackoverflow.com/c/NAME</c>; null for the public site itself.</summary>
    [RegularExpression("stackoverflow\\.com/c/[A-Za-z0-9_-]{1,100}", ErrorMessage = "Team is stackoverflow.com/c/NAME, as in the team's address.")]
    public string? Team { get; set; }

    /// <summary>A team's access token; public sites need none.</summary>
    [DataType(DataType.Password)]
    public string? Token { get; set; }

    /// <summary>An application's key: 10,000 requests a day in the place of 300 (https://api.stackexchange.com/docs/throttle).</summary>
    [DataType(DataType.Password)]
    public string? Key { get; set; }

    /// <summary>Only people with so much reputation are read, so that a big site costs little; a little below the lowest milestone is right.</summary>
    [Range(1, Standing.HighestScore, ErrorMessage = "MinimumScore is from 1 to 100,000,000.")]
    public long? MinimumScore { get; set; }

    /// <summary>Whether badges get their names, for one more request with each poll.</summary>
    public bool BadgeNames { get; set; } = true;

    /// <summary>A mail address or web page told to the platform with each request, so that it can reach you before it blocks you.</summary>
    [RegularExpression("[A-Za-z0-9@:/._+-]{1,200}", ErrorMessage = "Contact is one mail address or web address.")]
    public string? Contact { get; set; }

    /// <summary>The address that paths are appended to.</summary>
    internal Uri Root => new(BaseUrl!.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>What every method is asked with.</summary>
    internal string Scope => $"site={Uri.EscapeDataString(Site!)}{(Team is null ? "" : $"&team={Uri.EscapeDataString(Team)}")}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Team is not null && Token is null) yield return new("Token is missing. A team shows nothing without one; put it into the environment as Sources__NAME__Token.", [nameof(Token)]);
        if (CredentialText.Fault(nameof(Token), Token) is { } token) yield return new(token, [nameof(Token)]);
        if (CredentialText.Fault(nameof(Key), Key) is { } key) yield return new(key, [nameof(Key)]);
    }
}
