using System.CommandLine;
using ChatFlairBot.Hosting;

namespace ChatFlairBot.Verbs;

/// <summary><c>run</c>: polls, announces and answers until it is stopped.</summary>
internal static class RunVerb
{
    public static Command Make(Option<string?> settings)
    {
        var verb = new Command("run", "Poll, announce and answer until stopped. This is what happens when no verb is given.");
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(settings), token));
        return verb;
    }

    public static async Task<int> RunAsync(string? file, CancellationToken token)
    {
        var (settings, configuration) = RootVerb.Load(file);
        using var store = BotParts.OpenStore(settings);
        await using var application = BotApplication.Build(settings, configuration, store, TimeProvider.System);
        await BotApplication.StartAsync(application, token);
        await application.WaitForShutdownAsync(token);
        return ExitCode.Ok;
    }
}
