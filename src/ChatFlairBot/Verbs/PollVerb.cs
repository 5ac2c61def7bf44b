using System.CommandLine;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using Spectre.Console;

namespace ChatFlairBot.Verbs;

/// <summary><c>poll --once</c>: one poll of every source, in the foreground, with progress.</summary>
internal static class PollVerb
{
    public static Command Make(Option<string?> settings)
    {
        var once = new Option<bool>("--once") { Description = "Poll each source once and end. Polling on a timer is what 'run' does." };
        var verb = new Command("poll", "Poll every source now, while no bot runs on the same database. What it finds is posted when the bot runs.") { once };
        verb.Validators.Add(result =>
        {
            if (!result.GetValue(once)) result.AddError("Say 'poll --once' for one poll now, or 'run' to poll on a timer.");
        });
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(settings), token));
        return verb;
    }

    private static async Task<int> RunAsync(string? file, CancellationToken token)
    {
        var (settings, _) = RootVerb.Load(file);
        using var store = BotParts.OpenStore(settings);
        var isFine = true;
        foreach (var source in BotParts.Sources(settings, TimeProvider.System))
        {
            var poll = new Poll(source, store.Polls, BotParts.Policy(settings), TimeProvider.System);
            var result = Console.IsOutputRedirected ? await poll.RunAsync(null, token) : await WithProgressAsync(poll, source.Title, token);
            isFine &= result.Outcome is PollOutcome.Complete;
            await Console.Out.WriteLineAsync(Sentence(source, result));
        }

        return isFine ? ExitCode.Ok : ExitCode.Failed;
    }

    private static Task<PollRecord> WithProgressAsync(Poll poll, string title, CancellationToken token) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(progress => poll.RunAsync(new Bar(progress.AddTask(Markup.Escape(title))), token));

    private static string Sentence(IReputationSource source, PollRecord poll) => poll.Outcome is PollOutcome.Complete
        ? $"{source.Name}: {CardMaker.Number(poll.People)} people, {Wording.Findings(poll)}."
        : $"{source.Name}: {Wording.Of(poll.Outcome)}. {poll.Reason}";

    private sealed class Bar(ProgressTask task) : IProgress<PollProgress>
    {
        public void Report(PollProgress value)
        {
            task.IsIndeterminate = value.StatedTotal is null;
            task.MaxValue = Math.Max(1, value.StatedTotal ?? 1);
            task.Value = value.Rows;
        }
    }
}
