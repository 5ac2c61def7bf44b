using System.ComponentModel.DataAnnotations;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Http</c> block: where the bot itself listens.</summary>
internal sealed class HttpOptions
{
    /// <summary>Only this machine unless it is told otherwise.</summary>
    [Required]
    public Uri? Url { get; set; } = new("http://127.0.0.1:5080");
}
