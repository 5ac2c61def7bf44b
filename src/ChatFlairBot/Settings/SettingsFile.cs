using System.Text.Json;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Settings;

/// <summary>Reads all settings: the file, over it the environment (<c>Sources__acme__Token</c>).</summary>
internal static class SettingsFile
{
    public const string DefaultName = "appsettings.json";

    private const string Logging = "Logging";

    private static readonly string[] Sections = [.. typeof(BotSettings).GetProperties().Select(property => property.Name), Logging];

    /// <summary>Puts file and environment together.</summary>
    /// <param name="file">A file that has to be there, or null for the default one if it is.</param>
    /// <param name="environment">The process's variables.</param>
    /// <param name="readsDefault">Whether the default file counts when none is named.</param>
    /// <exception cref="SettingsException">The file is missing or no JSON.</exception>
    public static IConfigurationRoot Load(string? file, IEnumerable<KeyValuePair<string, string?>> environment, bool readsDefault = true)
    {
        if (file is not null && !File.Exists(file)) throw new SettingsException([$"There is no settings file '{file}'."]);
        var builder = new ConfigurationBuilder();
        if (file is not null || readsDefault) builder.AddJsonFile(Path.GetFullPath(file ?? DefaultName), optional: file is null, reloadOnChange: false);
        builder.AddInMemoryCollection(environment.Where(variable => IsOurs(variable.Key))
            .Select(variable => KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), variable.Value)));
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException fault)
        {
            var at = fault.GetBaseException() is JsonException { LineNumber: { } line } ? $" (line {line + 1})" : "";
            throw new SettingsException([$"The settings file '{file ?? DefaultName}' is not valid JSON{at}: {fault.GetBaseException().Message.Split(" LineNumber:")[0]}"]);
        }
    }

    /// <exception cref="SettingsException">With every fault at once.</exception>
    public static BotSettings Read(IConfigurationRoot configuration, IReadOnlyList<SourceKind> kinds)
    {
        var faults = new List<string>();
        var reader = new SettingsReader(faults);
        var settings = new BotSettings();
        foreach (var child in configuration.GetChildren().Where(child => !Sections.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add(SettingsReader.Unknown(child.Key, child.Key, Sections));
        }

        foreach (var block in typeof(BotSettings).GetProperties().Where(property => property.GetValue(settings) is not System.Collections.IEnumerable))
        {
            reader.Fill(block.GetValue(settings)!, configuration.GetSection(block.Name));
        }

        CheckLevels(configuration.GetSection(Logging), faults);
        settings.Sources = ReadSources(configuration.GetSection(nameof(settings.Sources)), kinds, reader, faults);
        settings.Subscriptions = ReadSubscriptions(configuration.GetSection(nameof(settings.Subscriptions)), reader);
        var names = configuration.GetSection(nameof(settings.Sources)).GetChildren().Select(source => source.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        faults.AddRange(SettingsRules.Check(settings, names));
        return faults.Count == 0 ? settings : throw new SettingsException(faults);
    }

    // Microsoft.Extensions.Logging reads this block itself, and throws at the first level that it does not know.
    private static void CheckLevels(IConfigurationSection logging, List<string> faults) => faults.AddRange(logging
        .GetChildren()
        .Append(logging)
        .Select(section => section.GetSection("LogLevel"))
        .SelectMany(levels => levels.GetChildren())
        .Where(level => !Enum.GetNames<LogLevel>().Contains(level.Value, StringComparer.OrdinalIgnoreCase))
        .Select(level => $"{level.Path} is '{level.Value}', but has to be {string.Join(" or ", Enum.GetNames<LogLevel>())}."));

    // A misspelt first part of a variable would otherwise be passed over without a word.
    private static bool IsOurs(string variable) =>
        variable.IndexOf("__", StringComparison.Ordinal) is var end and > 0 && Nearest.Of(variable[..end], Sections) is not null;

    private static Dictionary<string, SourceSettings> ReadSources(
        IConfigurationSection section, IReadOnlyList<SourceKind> kinds, SettingsReader reader, List<string> faults)
    {
        var sources = new Dictionary<string, SourceSettings>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!child.Key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_'))
            {
                faults.Add($"{child.Path}: the name of a source is letters, digits and _, so that an environment variable can hold its token.");
            }

            var name = child["Kind"] ?? "";
            if (kinds.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } kind)
            {
                faults.Add($"{child.Path}:Kind is '{name}', but has to be {string.Join(" or ", kinds.Select(one => one.Name))}.");
                continue;
            }

            var options = (SourceOptions)Activator.CreateInstance(kind.Options)!;
            reader.Fill(options, child, "Kind");
            sources.Add(child.Key, new SourceSettings(kind, options));
        }

        return sources;
    }

    private static Dictionary<string, SubscriptionOptions> ReadSubscriptions(IConfigurationSection section, SettingsReader reader)
    {
        var subscriptions = new Dictionary<string, SubscriptionOptions>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            var options = new SubscriptionOptions();
            reader.Fill(options, child);
            subscriptions.Add(child.Key, options);
        }

        return subscriptions;
    }
}
