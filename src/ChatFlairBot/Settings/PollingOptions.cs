using System.ComponentModel.DataAnnotations;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Polling</c> block.</summary>
internal sealed class PollingOptions
{
    /// <summary>How often a source is polled that has no interval of its own.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Interval is from a minute (a second against this machine itself) to seven days.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Up to so much is added to each interval, so that many bots do not poll in step.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Jitter is from 00:00:00 to a day.")]
    public TimeSpan Jitter { get; set; } = TimeSpan.FromMinutes(1);
}
