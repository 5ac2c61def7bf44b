using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Managers</c> block: who may configure the bot in chat, and where they hear of trouble.</summary>
internal sealed class ManagingOptions : IValidatableObject
{
    /// <summary>Members as <c>Platform/id</c>; administrators of a workspace are managers anyway.</summary>
    public IReadOnlyList<string> Members { get; set; } = [];

    /// <summary>Channels as <c>Platform/id</c>, or <c>Platform/workspace/id</c> where several install the bot, that are told, once, when a poll is held back or a source cannot be read.</summary>
    public IReadOnlyList<string> Notices { get; set; } = [];

    public IReadOnlyList<ChannelAddress> Channels =>
        [.. Notices.Select(one => one.Split('/', 3)).Select(one => new ChannelAddress(SubscriptionOptions.Canonical(one[0]), one.Length > 2 ? one[1] : ChannelAddress.DefaultWorkspace, one[^1]))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var one in Members.Where(one => !IsAddress(one))) yield return new($"Members holds '{one}', but has to hold Platform/id, such as Slack/U012AB3CD.", [nameof(Members)]);
        foreach (var one in Notices.Where(one => !IsAddress(one))) yield return new($"Notices holds '{one}', but has to hold Platform/channel, such as Playground/managers.", [nameof(Notices)]);
    }

    private static bool IsAddress(string text) => text.Split('/', 2) is [{ Length: > 0 }, { Length: > 0 }];
}
