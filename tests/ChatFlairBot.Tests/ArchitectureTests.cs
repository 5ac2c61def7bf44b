using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Hosting;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Storage.Sqlite;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests;

/// <summary>The house keeps its shape: who may know whom, how big a file is, what nothing is called.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 250;

    private static readonly string[] Forbidden = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Processor", "Common", "Misc"];

    /// <summary>Which rooms of Core a room looks into. Standings know nobody, and milestones only standings.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["Standings"] = [],
        ["Milestones"] = ["Standings"],
        ["Storing"] = ["Announcing", "Milestones", "Standings"],
        ["Cards"] = ["Announcing", "Milestones", "Standings", "Storing"],
        ["Announcing"] = ["Cards", "Milestones", "Standings", "Storing"],
        ["Polling"] = ["Announcing", "Milestones", "Standings", "Storing"],
        ["Flair"] = ["Announcing", "Cards", "Milestones", "Standings", "Storing"],
    };

    /// <summary>Folders beside the vendors' that are no vendor: what several of them stand on. Each may look into those before it.</summary>
    private static readonly string[] Neutral = ["Inbound", "Http", "StackApi"];

    private static readonly Dictionary<string, Assembly> Projects = new(StringComparer.Ordinal)
    {
        ["ChatFlairBot.Core"] = typeof(PersonId).Assembly,
        ["ChatFlairBot.Sources"] = typeof(StackOverflowOptions).Assembly,
        ["ChatFlairBot.Platforms"] = typeof(PlaygroundOptions).Assembly,
        ["ChatFlairBot.Storage"] = typeof(SqliteStore).Assembly,
        ["ChatFlairBot"] = typeof(BotParts).Assembly,
    };

    public static TheoryData<string> Outer { get; } = ["ChatFlairBot.Sources", "ChatFlairBot.Platforms", "ChatFlairBot.Storage"];

    [Fact]
    public void Core_refers_to_no_package_and_no_project()
    {
        Assert.Empty(Project("ChatFlairBot.Core").Descendants("ItemGroup"));
        Assert.All(Projects["ChatFlairBot.Core"].GetReferencedAssemblies(), one => Assert.StartsWith("System.", one.Name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Outer))]
    public void Sources_platforms_and_storage_refer_to_Core_alone(string project)
    {
        Assert.Equal(["../ChatFlairBot.Core/ChatFlairBot.Core.csproj"], Project(project).Descendants("ProjectReference").Select(one => one.Attribute("Include")!.Value));
        Assert.Equal(["ChatFlairBot.Core"], Projects[project].GetReferencedAssemblies().Select(one => one.Name).Where(name => name!.StartsWith("ChatFlairBot", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ChatFlairBot.Core")]
    [InlineData("ChatFlairBot.Sources")]
    [InlineData("ChatFlairBot.Storage")]
    public void Only_platforms_and_the_host_know_the_web(string project) =>
        Assert.DoesNotContain(Projects[project].GetReferencedAssemblies(), one => one.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Outer))]
    public void They_show_options_extensions_and_the_store_and_nothing_else(string project) => Assert.All(
        Projects[project].GetExportedTypes(),
        type => Assert.True(
            type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Extensions", StringComparison.Ordinal) || type.Name.EndsWith("Store", StringComparison.Ordinal),
            $"{type} is public."));

    [Fact]
    public void Every_project_under_src_is_known_here() =>
        Assert.Equal(Projects.Keys.Order(), Directory.GetDirectories(Repository.Path("src")).Select(Path.GetFileName).Order());

    [Fact]
    public void Each_room_of_Core_looks_only_into_the_rooms_it_may()
    {
        var actual = Directory.GetDirectories(Repository.Path("src", "ChatFlairBot.Core")).ToDictionary(room => Path.GetFileName(room), Neighbours);

        Assert.Equal(Rooms.Keys.Order(), actual.Keys.Order());
        Assert.All(Rooms, room => Assert.Equal($"{room.Key}: {string.Join(", ", room.Value)}", $"{room.Key}: {string.Join(", ", actual[room.Key])}"));
    }

    [Theory]
    [InlineData("ChatFlairBot.Sources")]
    [InlineData("ChatFlairBot.Platforms")]
    public void No_vendor_knows_another(string project) => Assert.All(
        Sources().Where(file => file.Contains($"/{project}/", StringComparison.Ordinal)),
        file => Assert.All(
            Usings(file).Where(one => one.StartsWith(project, StringComparison.Ordinal)),
            one => Assert.True(MayKnow(Vendor(Namespace(file)), Vendor(one)), $"{file} knows {one}.")));

    [Theory]
    [InlineData("ChatFlairBot.Sources")]
    [InlineData("ChatFlairBot.Platforms")]
    public void Every_vendor_has_options_extensions_and_a_page_that_explains_it(string project)
    {
        foreach (var folder in Directory.GetDirectories(Repository.Path("src", project)).Where(folder => !Neutral.Contains(Path.GetFileName(folder))))
        {
            var vendor = Path.GetFileName(folder);
            Assert.All([$"{vendor}Options.cs", $"{vendor}Extensions.cs", "README.md"], file => Assert.True(File.Exists(Path.Combine(folder, file)), $"{vendor} has no {file}."));
        }
    }

    [Fact]
    public void No_chat_platform_is_known_outside_its_folder_and_the_host()
    {
        string[] platforms = [.. Directory.GetDirectories(Repository.Path("src", "ChatFlairBot.Platforms")).Select(folder => Path.GetFileName(folder)).Where(name => File.Exists(Repository.Path("src", "ChatFlairBot.Platforms", name, $"{name}Options.cs")))];
        Assert.Equal(["Playground", "Slack", "Teams"], platforms.Order());
        string[] places = ["ChatFlairBot.Core", "ChatFlairBot.Sources", "ChatFlairBot.Storage", "ChatFlairBot.Platforms"];
        // Their hosts and pages are as much of them as their names; a source may be called Stack Overflow for Teams.
        (string Platform, string[] Words)[] marks = [("Slack", ["slack", "block-kit", "mrkdwn"]), ("Teams", ["teams", "adaptivecard", "adaptive card", "microsoft.com"]), ("Playground", ["playground"])];
        foreach (var file in Sources().Concat(Files("*.js")).Where(file => places.Any(place => file.Contains($"/src/{place}/", StringComparison.Ordinal))))
        {
            var text = Spared().Replace(File.ReadAllText(file), "");
            foreach (var (platform, words) in marks.Where(mark => !file.Contains($"/ChatFlairBot.Platforms/{mark.Platform}/", StringComparison.Ordinal)))
            {
                Assert.All(words, word => Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{file} knows {platform}: it says {word}."));
            }
        }
    }

    [Fact]
    public void Every_vendor_and_every_rule_is_registered_where_the_recipes_say()
    {
        var parts = File.ReadAllText(Repository.Path("src", "ChatFlairBot", "Hosting", "BotParts.cs"));
        var rules = File.ReadAllText(Repository.Path("src", "ChatFlairBot", "Settings", "MilestoneOptions.cs"));
        string[] vendors = [.. Folders("ChatFlairBot.Sources"), .. Folders("ChatFlairBot.Platforms")];
        Assert.NotEmpty(vendors);
        Assert.All(vendors, vendor => Assert.Contains($".Add{vendor}(", parts, StringComparison.Ordinal));
        Assert.All(Folders("ChatFlairBot.Storage"), engine => Assert.Contains($"{engine}Store.Open(", parts, StringComparison.Ordinal));
        Assert.All(
            Directory.GetFiles(Repository.Path("src", "ChatFlairBot.Core", "Milestones", "Rules"), "*.cs"),
            rule => Assert.Contains($"new {Path.GetFileNameWithoutExtension(rule)}(", rules, StringComparison.Ordinal));

        static IEnumerable<string> Folders(string project) => Directory.GetDirectories(Repository.Path("src", project)).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj") && !Neutral.Contains(name));
    }

    [Fact]
    public void Every_file_is_in_the_folder_of_its_namespace() => Assert.All(
        Sources().Where(file => Path.GetFileName(file) != "Program.cs"),
        file => Assert.Equal($"namespace {Namespace(file)};", File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))));

    [Fact]
    public void No_file_is_long_without_saying_why_in_its_first_line() => Assert.All(
        Sources().Concat(Files("*.js")).Concat(Files("*.css")),
        file => Assert.True(
            File.ReadLines(file).Count() <= LongestFile || File.ReadLines(file).First().Contains("Long because", StringComparison.Ordinal),
            $"{file} has {File.ReadLines(file).Count()} lines."));

    [Fact]
    public void Nothing_is_called_what_says_nothing()
    {
        var types = Projects.Values.Append(typeof(ArchitectureTests).Assembly).SelectMany(one => one.GetTypes())
            .Where(type => type.Namespace?.StartsWith("ChatFlairBot", StringComparison.Ordinal) ?? false)
            .Select(type => type.Name);
        var files = Sources().Concat(Files("*.js")).Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.All(types.Concat(files), name => Assert.Empty(Words().Matches(name).Select(word => word.Value).Intersect(Forbidden, StringComparer.OrdinalIgnoreCase)));
    }

    [Fact]
    public void What_is_asynchronous_takes_a_token_last()
    {
        var methods = Projects["ChatFlairBot.Core"].GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.True(
            method.GetParameters() is [.., { ParameterType: var last, HasDefaultValue: false }] && last == typeof(CancellationToken), $"{method.DeclaringType}.{method.Name} takes no token."));
    }

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();

    // A clock's slack, and what a knowledge platform is called or addresses by.
    [GeneratedRegex(@"ClockSlack|(Stack Overflow|stackoverflow)\s*(for )?Teams|api\.stackoverflowteams\.com|/teams/", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Spared();

    private static XDocument Project(string name) => XDocument.Load(Repository.Path("src", name, $"{name}.csproj"));

    private static IEnumerable<string> Files(string pattern) => ((string[])["src", "tests"])
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), pattern, SearchOption.AllDirectories))
        .Select(file => file.Replace('\\', '/'))
        .Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal));

    private static IEnumerable<string> Sources() => Files("*.cs");

    private static string Namespace(string file) => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/').Split('/', 2)[1].Replace('/', '.');

    private static IEnumerable<string> Usings(string file) =>
        File.ReadLines(file).Where(line => line.StartsWith("using ChatFlairBot.", StringComparison.Ordinal)).Select(line => line["using ".Length..].TrimEnd(';'));

    private static bool MayKnow(string vendor, string other) =>
        vendor == other || (Neutral.Contains(other) && (!Neutral.Contains(vendor) || Array.IndexOf(Neutral, other) < Array.IndexOf(Neutral, vendor)));

    // ChatFlairBot.Platforms.Slack.Web is of Slack.
    private static string Vendor(string space) => space.Split('.') is [_, _, var vendor, ..] ? vendor : "";

    private static string[] Neighbours(string room) =>
    [
        .. Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories)
            .SelectMany(Usings)
            .Select(one => one.Split('.')[2])
            .Where(one => one != Path.GetFileName(room))
            .Distinct()
            .Order(),
    ];
}
