namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>What Slack takes, in characters unless said otherwise (docs.slack.dev/reference/block-kit, @slack/types 3.2.0).</summary>
/// <remarks>An empty text is refused everywhere.</remarks>
internal static class SlackLimits
{
    public const int Header = 150;
    public const int Text = 3_000;

    /// <summary>Fields of one section.</summary>
    public const int Fields = 10;

    public const int ActionValue = 2_000;

    /// <summary>A button's text, its label for screen readers, an option's text, value and description.</summary>
    public const int Label = 75;

    /// <summary>Options of a menu.</summary>
    public const int Options = 100;

    /// <summary>Blocks of a home tab or modal.</summary>
    public const int ViewBlocks = 100;

    /// <summary>All blocks of a message as JSON: the limit is not published, and 13,200 failed with <c>msg_blocks_too_long</c> (slackapi/bolt-js, issue 2509).</summary>
    public const int Blocks = 11_800;

    /// <summary>The text beside the blocks, escaped; Slack advises to stay under 4,000.</summary>
    public const int Fallback = 3_000;
}
