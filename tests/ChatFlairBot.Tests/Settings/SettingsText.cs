using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Settings;

/// <summary>Reads settings from text as the program reads them from its file.</summary>
internal static class SettingsText
{
    /// <summary>One good source, for tests that are about something else.</summary>
    public const string OneSource = """{ "Sources": { "acme": { "Kind": "StackOverflow", "BaseUrl": "https://acme.example/api/v3", "Token": "t0ken-in-the-file" } } }""";

    public static BotSettings Read(string json, params (string Name, string Value)[] environment)
    {
        using var folder = new TempFolder();
        var file = folder.File("appsettings.json");
        File.WriteAllText(file, json);
        var variables = environment.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value));
        return SettingsFile.Read(SettingsFile.Load(file, variables), BotParts.SourceKinds);
    }

    public static IReadOnlyList<string> Faults(string json, params (string Name, string Value)[] environment) =>
        Assert.Throws<SettingsException>(() => Read(json, environment)).Faults;
}
