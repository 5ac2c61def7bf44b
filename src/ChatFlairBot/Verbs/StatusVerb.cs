using System.CommandLine;
using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Storage.Sqlite;

namespace ChatFlairBot.Verbs;

/// <summary><c>status</c>: what the database knows of polls and deliveries, also while the bot runs.</summary>
internal static class StatusVerb
{
    public static Command Make(Option<string?> settings)
    {
        var verb = new Command("status", "Show the last poll of each source and the state of deliveries, also while the bot runs. Ends with 1 if a last poll failed.");
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(settings), token));
        return verb;
    }

    private static async Task<int> RunAsync(string? file, CancellationToken token)
    {
        var (settings, _) = RootVerb.Load(file);
        using var store = SqliteStore.OpenForReading(settings.Storage.Sqlite);
        var people = await store.People.CountAsync(token);
        var last = await store.Polls.LastPollsAsync(token);

        foreach (var source in settings.Sources.Keys)
        {
            var poll = last.FirstOrDefault(one => one.Source.Equals(source, StringComparison.OrdinalIgnoreCase));
            await Console.Out.WriteLineAsync($"{source}: {CardMaker.Number(people.GetValueOrDefault(source))} people. {Sentence(poll)}");
        }

        var deliveries = await store.Deliveries.CountAsync(token);
        await Console.Out.WriteLineAsync("Deliveries: " + string.Join(", ", Enum.GetValues<DeliveryState>().Select(state =>
            $"{CardMaker.Number(deliveries.GetValueOrDefault(state))} {state.ToString()}")) + ".");
        return last.All(poll => poll.Outcome is PollOutcome.Complete) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static string Sentence(PollRecord? poll) => poll switch
    {
        null => "Never polled.",
        { Outcome: PollOutcome.Complete } => $"Last poll {At(poll)}: complete, {CardMaker.Number(poll.Changed)} new or changed, {CardMaker.Number(poll.Milestones)} milestones.",
        _ => $"Last poll {At(poll)}: {poll.Outcome}. {poll.Reason}",
    };

    private static string At(PollRecord poll) => poll.StartedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
