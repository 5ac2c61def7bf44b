using System.CommandLine;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Verbs;

/// <summary><c>quarantine</c>: what is held back, and what is to become of it, also beside a running bot.</summary>
internal static class QuarantineVerb
{
    public static Command Make(Option<string?> settings)
    {
        var verb = new Command("quarantine", "Polls that look wrong and are held back: list, show, release, discard. Works also while the bot runs, which then carries the decision out.")
        {
            Part("list", "Name every held poll.", settings, isSourceNeeded: false, (store, _, _, token) => ListAsync(store, token)),
            Part("show", "Show a held poll with its numbers.", settings, isSourceNeeded: true, (store, _, source, token) => ShowAsync(store, source, token)),
            Part("release", "Accept a held poll after all.", settings, isSourceNeeded: true, (store, read, source, token) => DecideAsync(store, read, source, HeldWish.Release, token)),
            Part("discard", "Forget a held poll.", settings, isSourceNeeded: true, (store, read, source, token) => DecideAsync(store, read, source, HeldWish.Discard, token)),
        };
        verb.SetAction((parsed, token) => WithStoreAsync(parsed.GetValue(settings), null, (store, _, _, stop) => ListAsync(store, stop), token));
        return verb;
    }

    private static Command Part(string name, string description, Option<string?> settings, bool isSourceNeeded, Func<IStore, BotSettings, string?, CancellationToken, Task<int>> work)
    {
        var source = new Argument<string?>("SOURCE") { Description = "The source's name in the settings.", Arity = isSourceNeeded ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };
        var part = new Command(name, description);
        if (isSourceNeeded) part.Add(source);
        part.SetAction((parsed, token) => WithStoreAsync(parsed.GetValue(settings), isSourceNeeded ? parsed.GetValue(source) : null, work, token));
        return part;
    }

    private static async Task<int> WithStoreAsync(string? file, string? source, Func<IStore, BotSettings, string?, CancellationToken, Task<int>> work, CancellationToken token)
    {
        var (settings, _) = RootVerb.Load(file);
        using var store = BotParts.OpenStoreBeside(settings);
        return await work(store, settings, source, token);
    }

    private static async Task<int> ListAsync(IStore store, CancellationToken token)
    {
        var held = await store.Quarantine.ListAsync(token);
        if (held.Count == 0) await Console.Out.WriteLineAsync("Nothing is held back.");
        foreach (var one in held) await Console.Out.WriteLineAsync($"{one.Poll.Source}: polled {StatusVerb.At(one.Poll)}, would change {Wording.Counted(one.Changes, "standing")}. {string.Join(' ', one.Reasons)}{Decided(one)}");
        return ExitCode.Ok;
    }

    private static async Task<int> ShowAsync(IStore store, string? source, CancellationToken token)
    {
        if (await FindAsync(store, source, token) is not { } held) return await NothingAsync(source);
        await Console.Out.WriteLineAsync(
            $"""
            {held.Poll.Source}, polled {StatusVerb.At(held.Poll)}{Decided(held)}
              {string.Join("\n  ", held.Reasons)}
              people {CardMaker.Number(held.Poll.People)}, stated total {(held.Poll.StatedTotal is { } total ? CardMaker.Number(total) : "not told")}, would change {CardMaker.Number(held.Changes)}, milestones {CardMaker.Number(held.Poll.Milestones)}
            """);
        return ExitCode.Ok;
    }

    private static async Task<int> DecideAsync(IStore store, BotSettings settings, string? source, HeldWish wish, CancellationToken token)
    {
        if (await FindAsync(store, source, token) is not { } held || !await store.Quarantine.DecideAsync(held.Poll.Source, wish, "the operator", token)) return await NothingAsync(source);
        store.Dispose();
        await Console.Out.WriteLineAsync(await CarryOutAsync(settings, held, wish, token));
        return ExitCode.Ok;
    }

    // Where no bot runs nobody else would carry it out.
    private static async Task<string> CarryOutAsync(BotSettings settings, HeldPoll held, HeldWish wish, CancellationToken token)
    {
        try
        {
            using var alone = BotParts.OpenStore(settings);
            var carriedOut = await new Quarantine(alone.Polls, alone.Quarantine, settings.Milestones.Rules, TimeProvider.System).CarryOutAsync(held.Poll.Source, token);
            return wish is HeldWish.Discard
                ? $"{held.Poll.Source}: discarded."
                : $"{held.Poll.Source}: released, {Wording.Counted(carriedOut.Sum(one => one.Poll.Milestones), "milestone")}. They are posted when the bot runs.";
        }
        catch (StoreException)
        {
            return $"{held.Poll.Source}: noted. The running bot carries it out within seconds.";
        }
    }

    private static async Task<HeldPoll?> FindAsync(IStore store, string? source, CancellationToken token) =>
        (await store.Quarantine.ListAsync(token)).FirstOrDefault(one => one.Poll.Source.Equals(source, StringComparison.OrdinalIgnoreCase));

    private static async Task<int> NothingAsync(string? source)
    {
        await Console.Error.WriteLineAsync($"No poll of '{source}' is held back. 'quarantine list' names all that are.");
        return ExitCode.Failed;
    }

    private static string Decided(HeldPoll held) => held.Wish is { } wish ? $" Decided by {held.WishedBy}: {Wording.Of(wish)}." : "";
}
