using System.Diagnostics;
using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Benchmarks.Lookups;

/// <summary>One kind of lookup, for a person drawn at random each time.</summary>
internal sealed record Lookup(string Title, Func<int, Task> LookAsync, int People)
{
    private const int Seed = 11;

    /// <summary>A slow lookup is measured less often rather than for hours.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>The bare statement first: all others are compared with it.</summary>
    public static IReadOnlyList<Lookup> All(IStore everything, BareStatement bare, int people)
    {
        var (store, rules) = (everything.People, new MilestoneOptions().Rules);
        var commands = new FlairCommands(new FlairParts(
            everything,
            new CardMaker(rules, new Dictionary<string, string>(StringComparer.Ordinal)),
            [Polled.Source],
            new Subscriptions([], everything.Subscriptions),
            new Consents(everything.Members, Consent.Share),
            rules,
            new FlairPolicy([], CanClaim: false, new AnnouncingOptions().Default),
            TimeProvider.System));
        var token = CancellationToken.None;
        return
        [
            new("bare statement by key", id => Task.FromResult(bare.Find(id)), people),
            new("FindAsync", id => store.FindAsync(new PersonId(Polled.Source, id), token), people),
            new("SearchAsync, full name", id => store.SearchAsync(SiteNames.Full(id), [Polled.Source], 9, token), people),
            new("SearchAsync, first name", id => store.SearchAsync(SiteNames.First(id), [Polled.Source], 9, token), people),
            new("SearchAsync, start of a name", id => store.SearchAsync(SiteNames.Full(id)[..^2], [Polled.Source], 9, token), people),
            new("SearchAsync, last name", id => store.SearchAsync(SiteNames.Last(id), [Polled.Source], 9, token), people),
            new("TopAsync, 10", _ => store.TopAsync(Polled.Source, 10, token), people),
            new("/flair @full name", id => commands.AnswerAsync(Asked(SiteNames.Full(id)), token), people),
            new("/flair @first-name", id => commands.AnswerAsync(Asked(SiteNames.First(id)), token), people),
        ];
    }

    /// <summary>Looks so often, or until it is told to stop or has taken long enough.</summary>
    /// <returns>The times in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> MeasureAsync(int count, Func<bool> isOver)
    {
        var random = new Random(Seed);
        var times = new List<double>(count);
        var begun = Stopwatch.GetTimestamp();
        while (times.Count < count && !isOver() && Stopwatch.GetElapsedTime(begun) < Longest)
        {
            var id = random.Next(1, People + 1);
            var started = Stopwatch.GetTimestamp();
            await LookAsync(id);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private static FlairRequest Asked(string name) => new(new Member(new MemberId("Benchmark", "benchmark", "somebody"), "Somebody"), new ChannelAddress("Benchmark", "benchmark", "general"), $"@{name}");
}
