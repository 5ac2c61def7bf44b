using System.CommandLine;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using ChatFlairBot.Storage.Sqlite;

namespace ChatFlairBot.Verbs;

/// <summary><c>check</c>: tries every credential and the database, and says what is wrong.</summary>
internal static class CheckVerb
{
    public static Command Make(Option<string?> settings)
    {
        var verb = new Command("check", "Read the settings, try every credential with one cheap request, verify the database. Changes nothing.");
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(settings), token));
        return verb;
    }

    private static async Task<int> RunAsync(string? file, CancellationToken token)
    {
        var (settings, _) = RootVerb.Load(file);
        Report(true, "settings", "complete");
        var isFine = CheckStore(settings.Storage.Sqlite);
        foreach (var source in BotParts.Sources(settings, TimeProvider.System))
        {
            var isGood = (await source.ProbeAsync(token)).TryGet(out var answer, out var fault);
            Report(isGood, source.Name, isGood ? answer! : fault!.Message);
            isFine &= isGood;
        }

        return isFine ? ExitCode.Ok : ExitCode.Failed;
    }

    private static bool CheckStore(SqliteOptions options)
    {
        const string Name = "database";
        if (!File.Exists(options.File))
        {
            Report(true, Name, $"'{options.File}' is not there yet; the first run makes it");
            return true;
        }

        try
        {
            using var store = SqliteStore.OpenForReading(options);
            store.Verify();
            Report(true, Name, $"'{options.File}' is whole");
            return true;
        }
        catch (StoreException fault)
        {
            Report(false, Name, fault.Message);
            return false;
        }
    }

    private static void Report(bool isGood, string what, string message) =>
        Console.WriteLine($"{(isGood ? "ok   " : "WRONG")} {what}: {message}");
}
