namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Other people's programs that judge ours; <c>tests/run</c> installs them.</summary>
internal static class Peers
{
    /// <summary>The accessibility rules of axe-core.</summary>
    public static string Axe => Path.Combine(Folder(), "axe-core", "axe.min.js");

    /// <summary>A script of ours that lets one of them speak.</summary>
    public static string Script(string name) => Path.Combine(Path.GetDirectoryName(Folder())!, name);

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "tests", "peers", "node_modules");
            if (Directory.Exists(modules)) return modules;
        }

        throw new DirectoryNotFoundException("tests/peers is not installed. Run: bash tests/run");
    }
}
