using System.CommandLine;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Settings;

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
        var isStoreFine = CheckStore(settings);
        var areSourcesFine = true;
        foreach (var source in BotParts.Sources(settings, TimeProvider.System))
        {
            areSourcesFine &= await CheckSourceAsync(source, token);
        }

        var isChatFine = await CheckSlackAsync(settings, token) & await CheckTeamsAsync(settings, isStoreFine, token);
        if (settings.Managers.Notices.Count == 0) Report(true, "managers", "Managers:Notices names no channel, so a poll that is held back is told in the log only");
        return !isStoreFine ? ExitCode.Store : areSourcesFine && isChatFine ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<bool> CheckSourceAsync(IReputationSource source, CancellationToken token)
    {
        if (source is not ISourceProbe probe) return Told(await source.ProbeAsync(token));
        var look = await probe.LookAsync(token);
        var isGood = Told(look);
        foreach (var warning in look.Value?.Warnings ?? []) Console.WriteLine($"note  {source.Name}: {warning}");
        return isGood;

        bool Told<T>(SourceAnswer<T> answer)
            where T : class
        {
            var isFine = answer.TryGet(out var line, out var fault);
            Report(isFine, source.Name, isFine ? $"{line}" : $"{fault!.Message}{(fault.Renewal is { } way ? $" {way}" : "")}");
            return isFine;
        }
    }

    private static async Task<bool> CheckSlackAsync(BotSettings settings, CancellationToken token)
    {
        if (!settings.Slack.IsOn) return true;
        var named = settings.Subscriptions.Values.Where(one => SubscriptionOptions.Canonical(one.Platform!) == SlackOptions.Platform).Select(one => one.Channel!);
        var told = settings.Managers.Channels.Where(one => one.Platform == SlackOptions.Platform).Select(one => one.Channel);
        var findings = await settings.Slack.ProbeSlackAsync(named.Concat(told), TimeProvider.System, token);
        foreach (var (isGood, message) in findings) Report(isGood, "slack", message);
        return findings.All(one => one.IsGood);
    }

    private static async Task<bool> CheckTeamsAsync(BotSettings settings, bool isStoreFine, CancellationToken token)
    {
        if (!settings.Teams.IsOn) return true;
        IReadOnlyList<Workspace> workspaces = [];
        if (isStoreFine && File.Exists(settings.Storage.Sqlite.File))
        {
            using var store = BotParts.OpenStoreForReading(settings);
            workspaces = await store.Workspaces.ListAsync(TeamsOptions.Platform, token);
        }

        var findings = await settings.Teams.ProbeTeamsAsync(workspaces, TimeProvider.System, token);
        foreach (var (isGood, message) in findings) Report(isGood, "teams", message);
        return findings.All(one => one.IsGood);
    }

    private static bool CheckStore(BotSettings settings)
    {
        const string Name = "database";
        if (settings.Storage.Provider is StorageProvider.Sqlite && !File.Exists(settings.Storage.Sqlite.File))
        {
            Report(true, Name, $"'{Path.GetFullPath(settings.Storage.Sqlite.File)}' is not there yet; the first run makes it");
            return true;
        }

        try
        {
            using var store = BotParts.OpenStoreForReading(settings);
            store.Verify();
            Report(true, Name, "is whole");
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
