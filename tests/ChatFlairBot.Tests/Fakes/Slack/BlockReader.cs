using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Reads one object of Block Kit against its limits and writes down where it breaks them. What nobody asked for is unknown to Slack.</summary>
internal sealed class BlockReader(JsonObject node, string pointer, List<string> faults)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "type" };

    public string Type => Value("type") ?? "";

    /// <summary>A text that was checked already.</summary>
    public string? Value(string field) => node[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public bool Has(string field) => node[field] is not null;

    public void Fault(string what, string at = "") => faults.Add($"{what} [json-pointer:{pointer}{at}]");

    public string? String(string field, int max, bool required = false, int min = 0)
    {
        if (Get(field, required) is not { } value) return null;
        if (value.GetValueKind() != JsonValueKind.String)
        {
            Fault("must be a string", $"/{field}");
            return null;
        }

        var text = value.GetValue<string>();
        if (text.Length > max) Fault(Say($"must be less than {max + 1} characters"), $"/{field}");
        if (text.Length < min) Fault(Say($"must be more than {min - 1} characters"), $"/{field}");
        return text;
    }

    public void Bool(string field)
    {
        if (Get(field, required: false) is { } value && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) Fault("must be a boolean", $"/{field}");
    }

    public int? Number(string field, int min, int max)
    {
        if (Get(field, required: false) is not { } value) return null;
        if (value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<int>(out var number) && number >= min && number <= max) return number;
        Fault(Say($"must be a number between {min} and {max}"), $"/{field}");
        return null;
    }

    public void OneOf(string field, params ReadOnlySpan<string> values)
    {
        var text = String(field, int.MaxValue);
        if (text is not null && !values.Contains(text)) Fault($"unknown value: {text}", $"/{field}");
    }

    public void Url(string field, int max, bool required = false)
    {
        if (String(field, max, required) is not { } text) return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https" or "mailto")) Fault("invalid url", $"/{field}");
    }

    /// <summary>A text object: plain_text, or mrkdwn too where that is allowed (docs.slack.dev/reference/block-kit/composition-objects/text-object).</summary>
    public void Text(string field, int max, bool plainOnly = true, bool required = false)
    {
        if (Object(field, required) is not { } text) return;
        text.TextSelf(max, plainOnly);
        text.Close();
    }

    public void TextSelf(int max, bool plainOnly)
    {
        if (Type != "plain_text" && (plainOnly || Type != "mrkdwn")) Fault($"must be a valid enum value: {(plainOnly ? "plain_text" : "plain_text or mrkdwn")}", "/type");
        String("text", max, required: true, min: 1);
        if (Type == "plain_text") Bool("emoji");
        else Bool("verbatim");
    }

    public BlockReader? Object(string field, bool required = false)
    {
        if (Get(field, required) is not { } value) return null;
        if (value is JsonObject child) return new BlockReader(child, $"{pointer}/{field}", faults);
        Fault("must be an object", $"/{field}");
        return null;
    }

    public IReadOnlyList<BlockReader> Items(string field, int min, int max, bool required = true)
    {
        if (Get(field, required) is not { } value) return [];
        if (value is not JsonArray list)
        {
            Fault("must be an array", $"/{field}");
            return [];
        }

        if (list.Count > max) Fault(Say($"no more than {max} items allowed"), $"/{field}");
        if (list.Count < min) Fault(Say($"no fewer than {min} items"), $"/{field}");
        var items = new List<BlockReader>();
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject child) items.Add(new BlockReader(child, Say($"{pointer}/{field}/{i}"), faults));
            else Fault("must be an object", Say($"/{field}/{i}"));
        }

        return items;
    }

    public void Skip(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields) _known.Add(field);
    }

    /// <summary>Whether two objects say the same, for a choice that must be among its options.</summary>
    public bool IsSameAs(BlockReader other) => JsonNode.DeepEquals(node, other.Node);

    /// <summary>Complains of every field that was not asked for.</summary>
    public void Close()
    {
        foreach (var (field, _) in node)
        {
            if (!_known.Contains(field)) Fault($"unknown field: {field}");
        }
    }

    private JsonObject Node => node;

    private JsonNode? Get(string field, bool required)
    {
        _known.Add(field);
        if (node[field] is { } value) return value;
        if (required) Fault($"missing required field: {field}");
        return null;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
