using System.IO.Compression;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The app that a Teams administrator uploads, as the command line writes it.</summary>
public sealed class TeamsAppVerbTests
{
    private const string App = "3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10";

    private static readonly string[] Sample = ["--url", "https://flair.example.com", "--app-id", App, "--domain", "stack.example.com", "--domain", "stackoverflowteams.com"];

    [Theory]
    [InlineData("manifest.json", "1.25")]
    [InlineData("manifest-slash.json", "1.29", "--slash")]
    public async Task The_manifests_in_the_repository_are_what_it_writes_and_Microsofts_schema_takes_them(string file, string version, params string[] arguments)
    {
        using var folder = new TempFolder();
        var zip = folder.File("app.zip");
        var (exitCode, output) = await WriteAsync(folder, [.. Sample, "--out", zip, .. arguments]);
        Assert.True(exitCode == 0, output);
        var entries = await ReadAsync(zip);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], entries.Select(one => one.Name));
        var manifest = System.Text.Encoding.UTF8.GetString(entries[0].Bytes);
        Assert.Equal((await File.ReadAllTextAsync(Repository.Path("manifests", "teams", file), TestContext.Current.CancellationToken)).Trim(), manifest.Trim());
        foreach (var (name, bytes) in entries.Skip(1)) Assert.Equal(await File.ReadAllBytesAsync(Repository.Path("manifests", "teams", name), TestContext.Current.CancellationToken), bytes);

        var (exit, said) = await NodeScript.RunAsync("teams-manifest.mjs", JsonNode.Parse(manifest)!);
        Assert.Equal((0, $"manifest {version}: 0 faults"), (exit, said.Trim()));
    }

    [Fact]
    public async Task The_same_settings_make_the_same_bytes_and_every_address_is_the_one_that_was_named()
    {
        using var folder = new TempFolder();
        foreach (var name in (string[])["a.zip", "b.zip"]) Assert.Equal(0, (await WriteAsync(folder, ["--url", "https://bot.acme.example/", "--app-id", App, "-o", folder.File(name)])).ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(folder.File("a.zip"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(folder.File("b.zip"), TestContext.Current.CancellationToken));

        var app = JsonNode.Parse((await ReadAsync(folder.File("a.zip")))[0].Bytes)!;
        Assert.Equal("https://bot.acme.example/teams/install", (string?)app["developer"]!["websiteUrl"]);
        Assert.Equal(["bot.acme.example"], app["validDomains"]!.AsArray().Select(one => (string?)one));
        Assert.Equal([App, App, App], new[] { app["id"], app["bots"]![0]!["botId"], app["composeExtensions"]![0]!["botId"] }.Select(one => (string?)one));
        Assert.Null(app["composeExtensions"]![0]!["messageHandlers"]);
        Assert.Null(app["authorization"]);
        Assert.Null(app["webApplicationInfo"]);
    }

    [Fact]
    public async Task Links_are_those_of_the_configured_sources_and_the_app_is_the_configured_one()
    {
        using var folder = new TempFolder();
        Dictionary<string, string?> settings = new(StringComparer.Ordinal)
        {
            ["Sources__acme__Kind"] = "StackOverflow", ["Sources__acme__BaseUrl"] = "https://acme.stackenterprise.co/api/v3", ["Sources__cloud__BaseUrl"] = "https://api.stackoverflowteams.com/v3", ["Teams__MicrosoftAppId"] = App,
        };
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), settings, "manifest", "teams", "--url", "https://flair.example.com", "--out", folder.File("app.zip"));
        Assert.True(exitCode == 0, output);
        Assert.Contains("https://flair.example.com/api/messages", output, StringComparison.Ordinal);
        var app = JsonNode.Parse((await ReadAsync(folder.File("app.zip")))[0].Bytes)!;
        Assert.Equal(["acme.stackenterprise.co", "stackoverflowteams.com"], app["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"]!.AsArray().Select(one => (string?)one));
        Assert.Equal(App, (string?)app["id"]);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("manifest-slash.json")]
    public async Task Every_command_of_the_menu_is_one_that_help_explains(string file)
    {
        var app = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("manifests", "teams", file), TestContext.Current.CancellationToken))!;
        foreach (var list in app["bots"]![0]!["commandLists"]!.AsArray())
        {
            var commands = list!["commands"]!.AsArray().Select(one => ((string)one!["title"]!, (string)one["description"]!)).ToList();
            Assert.InRange(commands.Count, 8, 12);
            Assert.All(commands, one => Assert.Equal(one.Item2, FlairLanguage.Find(one.Item1)!.Meaning.Replace("/flair", "@ChatFlair", StringComparison.Ordinal)));
        }

        var slashed = app["bots"]![0]!["commandLists"]!.AsArray().Where(list => list!["triggers"] is not null).ToList();
        Assert.Equal(file == "manifest-slash.json" ? 1 : 0, slashed.Count);
    }

    [Theory]
    [InlineData("--url")]
    [InlineData("https:", "--url", "http://a.example", "--app-id", App)]
    [InlineData("https:", "--url", "flair.example.com", "--app-id", App)]
    [InlineData("--app-id is the application (client) id", "--url", "https://a.example", "--app-id", "12")]
    [InlineData("Say --app-id", "--url", "https://a.example")]
    [InlineData("--domain is a host such as", "--url", "https://a.example", "--app-id", App, "--domain", "https://stack.example.com/x")]
    [InlineData("--developer is a name", "--url", "https://a.example", "--app-id", App, "--developer", "A name that is longer than Teams takes it")]
    public async Task What_cannot_be_is_a_sentence(string says, params string[] arguments)
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await WriteAsync(folder, arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> WriteAsync(TempFolder folder, string[] arguments) => BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, ["manifest", "teams", .. arguments]);

    private static async Task<List<(string Name, byte[] Bytes)>> ReadAsync(string file)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        List<(string, byte[])> entries = [];
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            entries.Add((entry.FullName, bytes.ToArray()));
        }

        return entries;
    }
}
