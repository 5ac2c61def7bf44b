using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What somebody did to a part of a block, as a payload tells it (docs.slack.dev/reference/interaction-payloads/block_actions-payload).</summary>
internal static class SlackActions
{
    /// <param name="blocks">Where it is.</param>
    /// <param name="actionId">Its name.</param>
    /// <param name="choice">For a choice: the option's value, or the id of a user or channel; for a box that is ticked, none for unticked.</param>
    /// <param name="now">When.</param>
    public static JsonObject Find(JsonArray? blocks, string actionId, string? choice, DateTimeOffset now)
    {
        var (block, element) = Operable(blocks).FirstOrDefault(one => (string?)one.Element["action_id"] == actionId);
        if (block is null) throw new InvalidOperationException($"Nothing is shown that is called {actionId}.");
        var action = new JsonObject { ["action_id"] = actionId, ["block_id"] = (string?)block["block_id"] };
        var type = (string)element["type"]!;
        if (type == "button")
        {
            action["text"] = element["text"]!.DeepClone();
            if (element["value"] is { } value) action["value"] = value.DeepClone();
            if (element["url"] is { } url) action["url"] = url.DeepClone();
        }
        else
        {
            foreach (var (field, value) in Choice(element, type, choice)) action[field] = value?.DeepClone();
        }

        action["type"] = type;
        action["action_ts"] = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}.123456");
        return action;
    }

    /// <summary>The state of a modal's inputs. What is not named stays as it was shown.</summary>
    public static JsonObject State(JsonArray? blocks, IReadOnlyDictionary<string, JsonNode> values)
    {
        var state = new JsonObject();
        foreach (var (block, element) in Operable(blocks).Where(one => (string?)one.Element["type"] is not ("button" or "overflow")))
        {
            var type = (string)element["type"]!;
            var name = (string)element["action_id"]!;
            var kept = new JsonObject { ["type"] = type };
            if (values.TryGetValue(name, out var given)) Set(kept, element, type, given);
            else if (type.EndsWith("_input", StringComparison.Ordinal)) kept["value"] = element["initial_value"]?.DeepClone();
            else foreach (var (field, value) in Initial(element, type)) kept[field] = value?.DeepClone();
            if (state[(string)block["block_id"]!] is not JsonObject fields) state[(string)block["block_id"]!] = fields = [];
            fields[name] = kept;
        }

        var unknown = values.Keys.Except(Operable(blocks).Select(one => (string)one.Element["action_id"]!), StringComparer.Ordinal).FirstOrDefault();
        return unknown is null ? state : throw new InvalidOperationException($"The modal has no input {unknown}.");
    }

    private static void Set(JsonObject kept, JsonObject element, string type, JsonNode given)
    {
        var isText = given.GetValueKind() == JsonValueKind.String;
        if (isText && type.EndsWith("_input", StringComparison.Ordinal)) kept["value"] = given.DeepClone();
        else if (isText) foreach (var (field, value) in Choice(element, type, given.GetValue<string>())) kept[field] = value?.DeepClone();
        else foreach (var (field, value) in given.AsObject()) kept[field] = value?.DeepClone();
    }

    private static JsonObject Choice(JsonObject element, string type, string? choice) => type switch
    {
        "static_select" or "radio_buttons" or "overflow" or "external_select" => new JsonObject { ["selected_option"] = Option(element, choice) },
        "multi_static_select" or "checkboxes" => new JsonObject { ["selected_options"] = new JsonArray([.. Several(choice).Select(one => Option(element, one))]) },
        "multi_users_select" or "multi_channels_select" or "multi_conversations_select" =>
            new JsonObject { [$"selected_{type["multi_".Length..^"_select".Length]}"] = new JsonArray([.. Several(choice).Select(one => (JsonNode)one)]) },
        "users_select" or "channels_select" or "conversations_select" => new JsonObject { [$"selected_{type[..^"s_select".Length]}"] = choice },
        "datepicker" => new JsonObject { ["selected_date"] = choice },
        "timepicker" => new JsonObject { ["selected_time"] = choice },
        "datetimepicker" => new JsonObject { ["selected_date_time"] = choice is null ? null : long.Parse(choice, CultureInfo.InvariantCulture) },
        _ => new JsonObject { ["value"] = choice },
    };

    private static string[] Several(string? choice) => (choice ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static JsonObject Initial(JsonObject element, string type)
    {
        var fields = new JsonObject();
        foreach (var (field, nothing) in Choice(element, type, null))
            fields[field] = (element[field.Replace("selected_", "initial_", StringComparison.Ordinal)] ?? nothing)?.DeepClone();

        return fields;
    }

    private static JsonNode? Option(JsonObject element, string? value)
    {
        if (value is null) return null;
        var options = (element["options"] as JsonArray ?? []).Concat((element["option_groups"] as JsonArray ?? []).SelectMany(group => group!["options"]!.AsArray()));
        return options.FirstOrDefault(option => (string?)option!["value"] == value)?.DeepClone() ?? throw new InvalidOperationException($"There is no choice {value}.");
    }

    private static IEnumerable<(JsonObject Block, JsonObject Element)> Operable(JsonArray? blocks) =>
        (blocks ?? []).OfType<JsonObject>().SelectMany(block => SlackViews.Elements(block).Select(element => (block, element)));
}
