namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Formatted text as a tree (docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
internal static class SlackRichTextRules
{
    private static readonly string[] Containers = ["rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"];

    /// <summary>What each inline piece must say.</summary>
    private static readonly Dictionary<string, string> Pieces = new(StringComparer.Ordinal)
    {
        ["text"] = "text",
        ["link"] = "url",
        ["user"] = "user_id",
        ["channel"] = "channel_id",
        ["usergroup"] = "usergroup_id",
        ["emoji"] = "name",
        ["broadcast"] = "range",
        ["color"] = "value",
        ["team"] = "team_id",
    };

    public static void Check(BlockReader block)
    {
        foreach (var part in block.Items("elements", 1, int.MaxValue)) Container(part, Containers);
    }

    private static void Container(BlockReader part, IReadOnlyCollection<string> allowed)
    {
        if (!allowed.Contains(part.Type)) part.Fault($"unsupported type: {part.Type}", "/type");
        foreach (var piece in part.Items("elements", 0, int.MaxValue))
        {
            if (part.Type == "rich_text_list") Container(piece, ["rich_text_section"]);
            else Piece(piece);
        }

        if (part.Type != "rich_text_section") part.Number("border", 0, 1);
        if (part.Type == "rich_text_list")
        {
            part.OneOf("style", "bullet", "ordered");
            part.Number("indent", 0, 8);
            part.Number("offset", 0, int.MaxValue);
        }

        part.Close();
    }

    private static void Piece(BlockReader piece)
    {
        if (piece.Type == "date")
        {
            piece.Number("timestamp", 0, int.MaxValue);
            piece.String("format", 255, required: true);
            piece.String("fallback", 3_000);
            piece.Url("url", 3_000);
        }
        else if (Pieces.TryGetValue(piece.Type, out var field))
        {
            piece.String(field, int.MaxValue, required: true, min: 1);
        }
        else
        {
            piece.Fault($"unsupported type: {piece.Type}", "/type");
        }

        piece.Skip("style", "text", "unsafe", "unicode");
        piece.Close();
    }
}
