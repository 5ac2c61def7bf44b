using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Platforms.Slack.Views;

/// <summary>A form as Slack hands it back: what stood in its fields, unless somebody wrote something else.</summary>
internal sealed class FilledForm
{
    private readonly JsonObject _view;
    private readonly JsonObject _values = [];

    public FilledForm(JsonObject view)
    {
        _view = view.DeepClone().AsObject();
        foreach (var input in _view["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input"))
        {
            var element = input!["element"]!.AsObject();
            _values[(string)input["block_id"]!] = new JsonObject { [(string)element["action_id"]!] = State(element) };
        }

        _view["state"] = new JsonObject { ["values"] = _values };
    }

    /// <summary>Writes into a field of text or numbers, or chooses a time; null empties it.</summary>
    public FilledForm Write(string field, string? text)
    {
        var state = _values[field]![field]!.AsObject();
        state[state.ContainsKey("selected_time") ? "selected_time" : "value"] = text;
        return this;
    }

    /// <summary>Chooses these and no others.</summary>
    public FilledForm Choose(string field, params string[] values)
    {
        var state = _values[field]![field]!.AsObject();
        var options = values.Select(value => (JsonNode)new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value }, ["value"] = value });
        if (state.ContainsKey("selected_options")) state["selected_options"] = new JsonArray([.. options]);
        else state["selected_option"] = options.FirstOrDefault();
        return this;
    }

    public JsonElement Json() => JsonElement.Parse(_view.ToJsonString());

    private static JsonObject State(JsonObject element)
    {
        var state = new JsonObject { ["type"] = (string)element["type"]! };
        switch ((string)element["type"]!)
        {
            case "checkboxes" or "multi_static_select":
                state["selected_options"] = element["initial_options"]?.DeepClone() ?? new JsonArray();
                break;
            case "radio_buttons" or "static_select":
                state["selected_option"] = element["initial_option"]?.DeepClone();
                break;
            case "timepicker":
                state["selected_time"] = element["initial_time"]?.DeepClone();
                break;
            default:
                state["value"] = element["initial_value"]?.DeepClone();
                break;
        }

        return state;
    }
}
