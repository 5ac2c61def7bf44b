using System.ComponentModel.DataAnnotations;

namespace ChatFlairBot.Core.Standings;

/// <summary>A vendor that sources can be of: what its settings block holds and how a source is made of one.</summary>
/// <param name="Name">What <c>Sources:name:Kind</c> says.</param>
/// <param name="Options">The type of the settings block.</param>
/// <param name="Create">Makes the source from its name and its block.</param>
public sealed record SourceKind(string Name, Type Options, Func<string, SourceOptions, TimeProvider, IReputationSource> Create);

/// <summary>What every source's settings block holds.</summary>
public abstract class SourceOptions
{
    /// <summary>The address of the platform's API, over https (http only to this machine itself).</summary>
    [Required(ErrorMessage = "BaseUrl is missing: the address of the platform's API.")]
    public Uri? BaseUrl { get; set; }

    /// <summary>What cards call the source; its name in the settings when nothing is said.</summary>
    [MaxLength(60)]
    public string? Title { get; set; }

    /// <summary>How often it is polled; <c>Polling:Interval</c> when nothing is said.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Interval is from a minute (a second against this machine itself) to seven days.")]
    public TimeSpan? Interval { get; set; }

    /// <summary>
    /// Whether its people are celebrated and shown only after they said so (<c>/flair share on</c>), whatever <c>Privacy:Default</c> says.
    /// Null where the platform itself knows.
    /// </summary>
    public bool? OptIn { get; set; }
}
