using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>A member's home tab: their flair, what they allow, and for managers what channels hear (docs.slack.dev/surfaces/app-home).</summary>
internal static class HomeView
{
    public const string CallbackId = "flair_home";

    private const int MostWarnings = 5;

    private static readonly IReadOnlyList<FormChoice> Allowed =
    [
        new(Value(Consent.Share), "Share", "Cards go to the channels, and colleagues may ask."),
        new(Value(Consent.OnlyMe), "Only me", "You are told in private; nobody else is told or can ask."),
        new(Value(Consent.Never), "Never", "Nobody is told anything, not even you."),
    ];

    /// <summary>The value by which the home tab knows a consent: <c>share</c>, <c>onlyme</c>, <c>never</c>.</summary>
    public static string Value(Consent consent) => consent switch
    {
        Consent.OnlyMe => "onlyme",
        Consent.Never => "never",
        _ => "share",
    };

    /// <returns>What a value of the home tab means, or null for nothing.</returns>
    public static Consent? Meant(string? value) => Enum.GetValues<Consent>().Select(one => (Consent?)one).FirstOrDefault(one => Value(one!.Value) == value);

    public static JsonObject Build(HomeContent content) => Build(content, SlackPictures.Has);

    /// <param name="isPublic">Whether Slack can fetch a picture; one that it cannot fails the whole view.</param>
    public static JsonObject Build(HomeContent content, Func<Uri, bool> isPublic)
    {
        List<JsonObject> above = [.. Warnings.Blocks(content.Warnings, MostWarnings), .. Flair(content, isPublic), Kit.Divider(), .. Sharing(content.Consent)];
        List<JsonObject> below = [Kit.Divider(), Kit.Context("/flair @name shows what a colleague has earned, /flair top the highest scores, /flair help all that I can do.")];
        if (content.IsManager) above.AddRange(HomeChannels.Blocks(content.Channels, SlackLimits.ViewBlocks - above.Count - below.Count));
        return new JsonObject { ["type"] = "home", ["callback_id"] = CallbackId, ["blocks"] = Kit.Array([.. above, .. below]) };
    }

    private static List<JsonObject> Flair(HomeContent content, Func<Uri, bool> isPublic)
    {
        var blocks = new SlackCards(isPublic).Of(content.Flair).Blocks;
        var card = blocks.OfType<JsonObject>().ToList();
        // A block has one place at a time.
        blocks.Clear();
        return card;
    }

    private static IEnumerable<JsonObject> Sharing(Consent? consent)
    {
        const string question = "Who may learn of your milestones?";
        if (consent is { } allowed) yield return Kit.Input("flair_sharing", question, Choices.Radio(ActionIds.Share, Allowed, Value(allowed)), isImmediate: true);
        else yield return Kit.Section($"{question} You can say it here once I know who you are: /flair link @name, with the name you have on the platform.");
    }
}
