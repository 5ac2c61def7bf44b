using System.CommandLine;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Hosting;
using ChatFlairBot.Platforms.Playground;

namespace ChatFlairBot.Verbs;

/// <summary><c>simulate</c>: what other thresholds would have meant, from what was really polled.</summary>
internal static class SimulateVerb
{
    public static Command Make(Option<string?> settings)
    {
        var words = new Argument<string[]>("WORDS") { Description = "As in chat: '1000,5000 last 90d', 'last 30d', '3 a week last 90d'.", Arity = ArgumentArity.ZeroOrMore };
        var channel = new Option<string?>("--channel") { Description = "The channel whose terms hold, as Platform/channel; without it the default terms.", HelpName = "CHANNEL" };
        var verb = new Command("simulate", "Count the cards that a set of thresholds would have made in the stored history, also while the bot runs.") { words, channel };
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(settings), parsed.GetValue(words) ?? [], parsed.GetValue(channel), token));
        return verb;
    }

    private static async Task<int> RunAsync(string? file, string[] words, string? channel, CancellationToken token)
    {
        var (settings, _) = RootVerb.Load(file);
        using var store = BotParts.OpenStoreForReading(settings);
        var parts = channel?.Split('/', 2) ?? [PlaygroundOptions.Platform, ""];
        var address = new ChannelAddress(parts[0], ChannelAddress.DefaultWorkspace, parts[^1]);
        var asker = new Member(new MemberId(parts[0], ChannelAddress.DefaultWorkspace, "the operator"), "the operator");
        var commands = new FlairCommands(BotParts.FlairParts(settings, store, BotParts.Sources(settings, TimeProvider.System), TimeProvider.System));
        var card = (await commands.AnswerAsync(new FlairRequest(asker, address, $"simulate {string.Join(' ', words)}"), token)).Card;
        await Console.Out.WriteLineAsync($"{card.Title}\n{card.Text}");
        foreach (var fact in card.Facts) await Console.Out.WriteLineAsync($"  {fact.Label}: {fact.Value}");
        foreach (var row in card.Rows) await Console.Out.WriteLineAsync($"  {row.Label}: {row.Value}");
        return ExitCode.Ok;
    }
}
