using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>A modal or a home tab (docs.slack.dev/reference/views).</summary>
internal static class SlackViewRules
{
    private const int MostBlocks = 100;

    public static IReadOnlyList<string> Faults(JsonObject view, string type)
    {
        var faults = new List<string>();
        var read = new BlockReader(view, "/view", faults);
        if (read.Type != type)
        {
            read.Fault($"must be a valid enum value: {type}", "/type");
            return faults;
        }

        if (type == "modal") Modal(read);
        read.String("private_metadata", 3_000);
        read.String("callback_id", 255);
        read.String("external_id", 255);
        var blocks = read.Items("blocks", type == "modal" ? 1 : 0, MostBlocks);
        if (type == "modal" && !read.Has("submit") && blocks.Any(block => block.Type == "input")) read.Fault("`submit` is required when an input block is present");
        new SlackBlockRules().CheckAll(blocks);
        read.Close();
        return faults;
    }

    private static void Modal(BlockReader view)
    {
        view.Text("title", 24, required: true);
        view.Text("close", 24);
        view.Text("submit", 24);
        view.Bool("clear_on_close");
        view.Bool("notify_on_close");
        view.Bool("submit_disabled");
    }
}
