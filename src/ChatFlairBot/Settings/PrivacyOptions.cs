using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Privacy</c> block.</summary>
internal sealed class PrivacyOptions
{
    /// <summary>What holds for whoever never said anything.</summary>
    public Consent Default { get; set; } = Consent.Share;

    /// <summary>Whether members may say themselves which person they are, where nothing better is known.</summary>
    public bool SelfClaim { get; set; }

    /// <summary>How many days of history are kept, for <c>simulate</c> and <c>top week</c>.</summary>
    [Range(1, 3_650, ErrorMessage = "{0} is from 1 to 3650.")]
    public int HistoryDays { get; set; } = 365;

    /// <summary>After how many days a workspace that removed the bot is forgotten, with its subscriptions and members. Its token goes at once.</summary>
    [Range(1, 3_650, ErrorMessage = "{0} is from 1 to 3650.")]
    public int WorkspaceDays { get; set; } = 30;
}
