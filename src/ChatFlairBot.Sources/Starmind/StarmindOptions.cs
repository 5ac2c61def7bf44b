using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>A <c>Sources:name</c> block with <c>Kind</c> Starmind.</summary>
/// <remarks>
/// <c>BaseUrl</c> is <c>https://NETWORK.starmind.com/api/v1</c>. <c>OptIn</c> has to be true where the network asks people for their agreement
/// to data processing (https://docs.starmind.com/api/v1/resources/settings/gdpr/).
/// </remarks>
public sealed class StarmindOptions : SourceOptions, IValidatableObject
{
    /// <summary>A bearer token of a technical user that may read; no administrator's.</summary>
    [Required(ErrorMessage = "Token is missing. Put it into the environment as Sources__NAME__Token; a technical user's token that may only read is enough.")]
    [DataType(DataType.Password)]
    public string? Token { get; set; }

    /// <summary>The address that paths are appended to.</summary>
    internal Uri Root => new(BaseUrl!.AbsoluteUri.TrimEnd('/') + "/");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CredentialText.Fault(nameof(Token), Token) is { } fault) yield return new(fault, [nameof(Token)]);
    }
}
