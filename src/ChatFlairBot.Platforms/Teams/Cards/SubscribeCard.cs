using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair.Forms;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>The form in which a manager says what a channel hears, as a card with fields. It stands in the place of the card whose button asked for it, for that manager alone.</summary>
internal sealed class SubscribeCard
{
    private const int MostWarnings = 5;
    private const int LongestWarning = 300;
    private const int LongestPreview = 1_000;

    private readonly SubscribeForm _form;
    private readonly SubscribeInputs _inputs;

    private SubscribeCard(SubscribeForm form, FormData? written, IReadOnlyDictionary<string, string> faults) =>
        (_form, _inputs) = (form, new SubscribeInputs(form.Now ?? form.Defaults, form.Sources, written, faults));

    /// <summary>The form with what the channel hears now.</summary>
    public static JsonObject Build(SubscribeForm form) => new SubscribeCard(form, null, new Dictionary<string, string>(StringComparer.Ordinal)).Content();

    /// <summary>The form again with what was written into it, for Teams keeps nothing of a card that is replaced.</summary>
    /// <param name="form">What it was built from.</param>
    /// <param name="written">The <c>value.action.data</c> of its button.</param>
    /// <param name="faults">By field what to write instead; shown below the fields.</param>
    public static JsonObject Build(SubscribeForm form, JsonElement written, IReadOnlyDictionary<string, string> faults) => new SubscribeCard(form, new FormData(written), faults).Content();

    /// <summary>Reads a form that was sent or is being filled in; never throws, whatever it is given.</summary>
    /// <param name="data">The <c>value.action.data</c> of its button.</param>
    public static SubscribeAnswer Read(JsonElement data) => new SubscribeReader(new FormData(data)).Read();

    private JsonObject Content() => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["lang"] = "en",
        ["fallbackText"] = "What a channel hears of. This client shows no forms: write subscribe and your wishes instead.",
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = Adaptive.Array([Heading(), .. Warnings(), .. _inputs.What(), .. _inputs.When(), .. Preview()]),
        ["actions"] = new JsonArray(
            Adaptive.Execute(_form.Now is null ? "Subscribe" : "Save", TeamsVerbs.SaveForm, Data(), hasInputs: true).With("style", "Positive"),
            Adaptive.Execute("Preview", TeamsVerbs.PreviewForm, Data(), hasInputs: true).With("tooltip", "How many cards this would bring")),
    };

    private JsonObject Heading() => TeamsText.Line(_form.ChannelName, 75) is { Length: > 0 } name
        ? Adaptive.Rich([Adaptive.Bold($"What {name}{CardText.Turn(name)} hears of").With("size", "Large")])
        : new JsonObject { ["type"] = "TextBlock", ["text"] = "What this channel hears of", ["weight"] = "Bolder", ["size"] = "Large", ["wrap"] = true, ["style"] = "Heading" };

    // What somebody has to know first. The word says it, the sign only catches the eye.
    private IEnumerable<JsonObject> Warnings() => _form.Warnings.Select(one => TeamsText.Line(one, LongestWarning)).Where(one => one.Length > 0).Take(MostWarnings)
        .Select(one => Adaptive.Rich([Adaptive.Run($"⚠️ Warning: {one}").With("color", "Warning")]));

    private IEnumerable<JsonObject> Preview()
    {
        var lines = TeamsText.Lines(_form.Preview, LongestPreview).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(10).ToList();
        return lines.Count == 0 ? [] : [Adaptive.Container(lines.Select(line => Adaptive.Rich(line).With("spacing", "Small"))).With("style", "emphasis").With("separator", true)];
    }

    private JsonObject Data() => new() { [TeamsVerbs.Channel] = TeamsText.Line(_form.Channel.Channel, 250), [TeamsVerbs.Sources] = _form.Sources.Count };
}
