using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Teams.Manifest;

/// <summary>The zip that a Teams administrator uploads: the manifest and both icons at its root (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package).</summary>
internal static class TeamsPackage
{
    public const string Color = "color.png";
    public const string Outline = "outline.png";

    // A file for people to read: & and + stay what they are.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first moment that a zip can name: the same manifest makes the same bytes.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Text(JsonObject manifest) => manifest.ToJsonString(Readable) + "\n";

    public static byte[] Zip(JsonObject manifest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", System.Text.Encoding.UTF8.GetBytes(Text(manifest)));
            foreach (var icon in (string[])[Color, Outline]) Add(zip, icon, Icon(icon));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (Always, 0);
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Icon(string name)
    {
        using var source = typeof(TeamsPackage).Assembly.GetManifestResourceStream($"manifests.teams.{name}")!;
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }
}
