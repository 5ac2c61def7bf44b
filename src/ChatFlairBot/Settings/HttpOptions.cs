using System.ComponentModel.DataAnnotations;
using System.Net;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Http</c> block: where the bot itself listens.</summary>
internal sealed class HttpOptions : IValidatableObject
{
    /// <summary>Only this machine unless it is told otherwise.</summary>
    [Required]
    public Uri? Url { get; set; } = new("http://127.0.0.1:5080");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Any other name would make the server listen on every address of the machine.
        if (Url is { IsAbsoluteUri: true } && Url.Host != "localhost" && !IPAddress.TryParse(Url.Host.Trim('[', ']'), out _))
        {
            yield return new("Url names an address of this machine: 127.0.0.1, localhost, or 0.0.0.0 for all of them.", [nameof(Url)]);
        }
        else if (Url is not { Scheme: "http", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" })
        {
            yield return new("Url is http, a host and a port, such as http://127.0.0.1:5080. For https put a reverse proxy in front.", [nameof(Url)]);
        }
    }
}
