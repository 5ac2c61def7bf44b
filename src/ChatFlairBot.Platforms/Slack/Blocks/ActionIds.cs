namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>By which Slack tells what was pressed or chosen.</summary>
internal static class ActionIds
{
    /// <summary>The value is the card's delivery.</summary>
    public const string Congratulate = "flair_congratulate";

    /// <summary>The value is the card's delivery.</summary>
    public const string Why = "flair_why";

    /// <summary>The value is the card's delivery.</summary>
    public const string Settings = "flair_settings";

    /// <summary>A link: there is nothing to do but to acknowledge it.</summary>
    public const string Open = "flair_open";

    /// <summary>Radio buttons on the home tab: <c>share</c>, <c>onlyme</c>, <c>never</c>.</summary>
    public const string Share = "flair_share";

    /// <summary>The value is the channel.</summary>
    public const string Edit = "flair_edit";

    /// <summary>The value is the channel.</summary>
    public const string Unsubscribe = "flair_unsubscribe";

    /// <summary>A menu of channels; <c>selected_conversation</c> is the channel.</summary>
    public const string Add = "flair_add";

    /// <summary>In the form: show what it would bring.</summary>
    public const string PreviewForm = "flair_preview_form";
}
