using System.CommandLine;
using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;

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
        using var store = BotParts.OpenStoreForReading(settings);
        var people = await store.People.CountAsync(token);
        var last = await store.Polls.LastPollsAsync(token);

        var isFine = true;
        foreach (var source in settings.Sources.Keys)
        {
            var poll = last.FirstOrDefault(one => one.Source.Equals(source, StringComparison.OrdinalIgnoreCase));
            await Console.Out.WriteLineAsync($"{source}: {CardMaker.Number(people.GetValueOrDefault(source))} people. {Sentence(poll)}");
            isFine &= poll is null or { Outcome: PollOutcome.Complete };
        }

        var deliveries = await store.Deliveries.CountAsync(token);
        var counts = Enum.GetValues<DeliveryState>().Where(deliveries.ContainsKey).Select(state => $"{CardMaker.Number(deliveries[state])} {Wording.Of(state)}");
        await Console.Out.WriteLineAsync(deliveries.Count == 0 ? "Deliveries: none yet." : $"Deliveries: {string.Join(", ", counts)}.");
        return isFine ? ExitCode.Ok : ExitCode.Failed;
    }

    private static string Sentence(PollRecord? poll) => poll switch
    {
        null => "Never polled.",
        { Outcome: PollOutcome.Quarantined } => $"Last poll {At(poll)}: held back. {poll.Reason} See: ChatFlairBot quarantine",
        { Outcome: PollOutcome.Complete } => $"Last poll {At(poll)}: complete, {Wording.Findings(poll)}.",
        _ => $"Last poll {At(poll)}: {Wording.Of(poll.Outcome)}. {poll.Reason}",
    };

    internal static string At(PollRecord poll) => poll.StartedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
