using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Demo;
using ChatFlairBot.Hosting;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>Many cards at once under Teams' limits, of a conversation and of a tenant, on a clock that moves only when nothing else can be done.</summary>
public sealed class TeamsFloodTests(ITestOutputHelper output)
{
    /// <summary>How much longer than the limits themselves it may take.</summary>
    private const double MostTimesLimit = 1.05;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>What rounding to milliseconds may add, once for each wait.</summary>
    private static readonly TimeSpan Little = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Each_channel_has_its_cards_as_soon_as_its_own_limits_allow_and_none_waits_for_another()
    {
        // Seven at once into each are just so many as a tenant takes.
        var rooms = await FloodAsync(130, 20, 6);
        Assert.All(rooms.Skip(1), room => Assert.InRange(Took(rooms, room), ConnectorLimits.Shortest(20), ConnectorLimits.Shortest(20) + Little));
        Assert.InRange(Took(rooms, rooms[0]), ConnectorLimits.Shortest(130), ConnectorLimits.Shortest(130) + Little);
    }

    [Fact]
    public async Task Three_hundred_for_one_channel_and_fifty_for_each_of_twenty_others_take_as_long_as_the_limits_and_no_longer()
    {
        var rooms = await FloodAsync(300, 50, 20);
        var shortest = ConnectorLimits.Shortest([300, .. Enumerable.Repeat(50, 20)]);
        Assert.InRange(rooms.Max(room => Took(rooms, room)), shortest, shortest * MostTimesLimit);
        // Together they are too many for the tenant, and the large channel takes its part of that. Nobody waits until it is done.
        var small = ConnectorLimits.Shortest(Enumerable.Repeat(53, 20).ToList());
        Assert.All(rooms.Skip(1), room => Assert.True(Took(rooms, room) <= small * 1.3, $"{room.Name} took {Took(rooms, room)}, and {small} are possible."));
    }

    /// <returns>The channels with their cards, the large one first.</returns>
    private async Task<IReadOnlyList<FakeRoom>> FloodAsync(int big, int small, int others)
    {
        IReadOnlyList<FakeRoom> rooms = [];
        await using var run = await TeamsRun.StartAsync(
            teams => [.. BotRun.NoPlayground, .. Guards, .. To(rooms = teams.Guild.AddChannels(others + 1))],
            [.. Enumerable.Range(1, big).Select(id => new SamplePerson(id, Name(id), id <= small ? 4_990 : 990))]);
        await run.InstallAsync(run.Teams.Guild.General);
        // What the greeting took of a conversation's and the tenant's limits is over long before the next poll.
        run.Clock.SkipWaitsUpTo = TimeSpan.Zero;
        foreach (var person in run.Site.Company.People) person.Reputation += 20;
        await Patience.UntilAsync(() => run.Clock.HasWaitOf(Interval), "the poll loop waits for its next turn");
        run.Clock.Advance(Interval);

        var began = run.Clock.GetUtcNow();
        while (!IsOver()) await StepAsync(run, IsOver);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(run.Clock.GetUtcNow() - began).TotalSeconds:N2} s: {string.Join(' ', rooms.Select(room => Took(rooms, room).TotalSeconds))}"));
        Assert.Empty(run.Teams.Limits.Refused);
        Assert.DoesNotContain(run.Teams.Calls, call => call.Answer is { Status: 412 or 429 });
        Assert.Empty(run.Teams.Faults);
        Assert.Empty(run.Bot.Log.Warnings);
        Assert.All(rooms, (room, number) => Assert.Equal(number == 0 ? big : small, Keys(room).Distinct().Count()));
        Assert.All(rooms, room => Assert.Equal(Keys(room).Order(), Keys(room)));
        return rooms;

        bool IsOver() => rooms.Sum(room => room.Posts.Count) == big + (small * others);
    }

    /// <summary>Lets everything be done that can be done now, then moves the clock to the time from which there is more.</summary>
    private static async Task StepAsync(TeamsRun run, Func<bool> isOver)
    {
        var next = run.Clock.GetUtcNow();
        await Patience.UntilAsync(
            async () =>
            {
                var (now, due) = (run.Clock.GetUtcNow(), await run.Bot.Store.Deliveries.DueChannelsAsync(TestContext.Current.CancellationToken));
                if (due.Count == 0) return isOver();
                if (due.Any(one => one.DueAt <= now)) return false;
                next = due.Min(one => one.DueAt);
                return (await run.Bot.Store.Deliveries.CountAsync(TestContext.Current.CancellationToken)).GetValueOrDefault(DeliveryState.Attempting) == 0;
            },
            "every channel waits");
        run.Clock.Advance(next - run.Clock.GetUtcNow());
        // The loop may have read the clock just before it moved.
        run.Bot.Part<Doorbell>().Ring();
    }

    private static TimeSpan Took(IReadOnlyList<FakeRoom> rooms, FakeRoom room) => room.Posts[^1].At - rooms.Min(one => one.Posts[0].At);

    private static IEnumerable<long> Keys(FakeRoom room) => room.Posts.Select(post => Delivery.NumberOf((string)TeamsCards.Action(post.Card, "congratulate")["data"]!["delivery"]!)!.Value);

    private static (string Key, string Value)[] Guards => [("Guard:Changed", "1"), ("Guard:Milestones", "1"), ("Guard:Multiplied", "1"), ("Milestones:Collective", "0")];

    private static (string Key, string Value)[] To(IReadOnlyList<FakeRoom> rooms) =>
    [
        .. rooms.SelectMany((room, number) => new[]
        {
            ($"Subscriptions:{room.Name}:Platform", "Teams"), ($"Subscriptions:{room.Name}:Workspace", room.Team!.Id), ($"Subscriptions:{room.Name}:Channel", room.Id),
            ($"Subscriptions:{room.Name}:AtLeast", number == 0 ? "" : "5000"), ($"Subscriptions:{room.Name}:Kinds:0", "reputation"),
        }),
    ];

    private static string Name(int id) => string.Create(CultureInfo.InvariantCulture, $"Person {id}");
}
