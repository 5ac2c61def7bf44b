using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>A channel as the bot runs it, line by line, beside the simulation that only counts. It checks the promises as it goes.</summary>
internal sealed class ModelChannel(Terms terms)
{
    private readonly PriorityQueue<WaitingLine, DateTimeOffset> _waiting = new();
    private readonly HashSet<long> _told = [];
    private long _lines;

    public SortedDictionary<DateOnly, SimulatedDay> Days { get; } = [];

    public int Waiting => _waiting.Count;

    public void Reach(DateTimeOffset at, double rarity)
    {
        var line = new WaitingLine(++_lines, terms.DueAt(at), rarity, 100);
        _waiting.Enqueue(line, line.DueAt);
    }

    public void PlayTo(DateTimeOffset until)
    {
        while (_waiting.TryPeek(out _, out var now) && now <= until) PlanAt(now);
        Assert.Equal(_lines, _told.Count + _waiting.Count);
    }

    private void PlanAt(DateTimeOffset now)
    {
        var due = new List<WaitingLine>();
        while (_waiting.TryPeek(out _, out var dueAt) && dueAt <= now) due.Add(_waiting.Dequeue());
        var date = terms.Hours.DayOf(now);
        var day = Days.GetValueOrDefault(date) ?? new(date, 0, 0, 0);

        var plan = ChannelPlanner.Next(terms, day.Messages, due, now);

        day = new(date, day.Cards + plan.Cards.Count, day.Digests + Math.Min(1, plan.Digest.Count), day.DigestLines + plan.Digest.Count);
        if (plan.Cards.Count + plan.Digest.Count > 0)
        {
            Days[date] = day;
            Assert.True(terms.Hours.IsOpen(now), $"{terms} hears something at {now:O}.");
            Assert.True(terms.CardsPerDay == 0 || day.Messages <= terms.CardsPerDay, $"{terms} hears too much on {day}.");
        }

        Assert.All(plan.Cards.Concat(plan.Digest), number => Assert.True(_told.Add(number), $"{number} is told twice."));
        var left = due.Where(line => !_told.Contains(line.Number)).ToList();
        Assert.Equal(left.Count > 0, plan.LaterUntil is not null);
        Assert.True(plan.LaterUntil is null || plan.LaterUntil > now, $"{terms} waits at {now:O} until {plan.LaterUntil:O}.");
        foreach (var line in left) _waiting.Enqueue(line with { DueAt = plan.LaterUntil!.Value }, plan.LaterUntil!.Value);
    }
}
