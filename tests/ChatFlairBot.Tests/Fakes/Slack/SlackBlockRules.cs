using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Block Kit as its reference limits it (docs.slack.dev/reference/block-kit/blocks): one method per block.</summary>
internal sealed class SlackBlockRules
{
    private const int LongestName = 255;

    private static readonly Dictionary<string, Action<BlockReader>> Blocks = new(StringComparer.Ordinal)
    {
        ["header"] = block => block.Text("text", 150, required: true),
        ["section"] = Section,
        ["context"] = Context,
        ["actions"] = block => Elements(block, block.Items("elements", 1, 25), SlackElementRules.InActions),
        ["divider"] = _ => { },
        ["image"] = Image,
        ["input"] = Input,
        ["markdown"] = block => block.String("text", 12_000, required: true, min: 1),
        ["rich_text"] = SlackRichTextRules.Check,
    };

    private static readonly string[] Inner = [".local", ".internal", ".lan", ".intranet"];

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> ForMessage(JsonArray blocks)
    {
        var faults = new List<string>();
        var message = new BlockReader(new JsonObject { ["blocks"] = blocks.DeepClone() }, "", faults);
        new SlackBlockRules().CheckAll(message.Items("blocks", 0, 50));
        return faults;
    }

    public void CheckAll(IReadOnlyList<BlockReader> blocks)
    {
        foreach (var block in blocks) Check(block);
    }

    /// <summary>An image needs a way to be seen and a way to be read aloud (docs.slack.dev/reference/block-kit/blocks/image-block).</summary>
    public static void ImageSelf(BlockReader image)
    {
        if (image.Has("image_url") == image.Has("slack_file")) image.Fault("must define either image_url or slack_file");
        image.Url("image_url", 3_000);
        if (image.Value("image_url") is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && !CanFetch(address)) image.Fault("downloading image failed", "/image_url");
        image.Skip("slack_file");
        image.String("alt_text", 2_000, required: true, min: 1);
    }

    /// <summary>Slack fetches images itself, so they must be public and of a kind it shows (docs.slack.dev/reference/block-kit/blocks/image-block).</summary>
    private static bool CanFetch(Uri address) =>
        !address.IsLoopback && address.Host.Contains('.', StringComparison.Ordinal) && !Inner.Any(end => address.Host.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        && !address.AbsolutePath.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    private void Check(BlockReader block)
    {
        if (!Blocks.TryGetValue(block.Type, out var check))
        {
            block.Fault($"unsupported type: {block.Type}", "/type");
            return;
        }

        if (block.String("block_id", LongestName) is { Length: > 0 } id && !_ids.Add(id)) block.Fault($"`block_id` \"{id}\" already exists", "/block_id");
        check(block);
        block.Close();
    }

    private static void Section(BlockReader block)
    {
        if (!block.Has("text") && !block.Has("fields")) block.Fault("missing required field: text or fields");
        block.Text("text", 3_000, plainOnly: false);
        foreach (var field in block.Items("fields", 1, 10, required: false))
        {
            field.TextSelf(2_000, plainOnly: false);
            field.Close();
        }

        block.Bool("expand");
        if (block.Object("accessory") is { } accessory) Elements(block, [accessory], SlackElementRules.InSection);
    }

    private static void Context(BlockReader block)
    {
        foreach (var element in block.Items("elements", 1, 10))
        {
            if (element.Type == "image") ImageSelf(element);
            else element.TextSelf(int.MaxValue, plainOnly: false);
            element.Close();
        }
    }

    private static void Image(BlockReader block)
    {
        ImageSelf(block);
        block.Text("title", 2_000);
    }

    private static void Input(BlockReader block)
    {
        block.Text("label", 2_000, required: true);
        block.Text("hint", 2_000);
        block.Bool("optional");
        block.Bool("dispatch_action");
        if (block.Object("element", required: true) is { } element) Elements(block, [element], SlackElementRules.InInput);
    }

    private static void Elements(BlockReader block, IReadOnlyList<BlockReader> elements, IReadOnlyCollection<string> allowed)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (!allowed.Contains(element.Type))
            {
                element.Fault($"unsupported type: {element.Type}", "/type");
                continue;
            }

            var id = element.Type == "image" ? null : element.String("action_id", LongestName);
            if (!string.IsNullOrEmpty(id) && !ids.Add(id)) block.Fault($"`action_id` \"{id}\" already exists", "/elements");
            SlackElementRules.Check(element);
            element.Close();
        }
    }
}
