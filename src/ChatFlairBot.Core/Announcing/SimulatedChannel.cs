using System.Runtime.InteropServices;

namespace ChatFlairBot.Core.Announcing;

/// <summary>A channel whose waiting lines are only counted: the planner's numbers do not depend on which they are.</summary>
internal sealed class SimulatedChannel(Terms terms)
{
    private readonly SortedDictionary<DateTimeOffset, int> _waiting = [];
    private readonly Dictionary<DateOnly, SimulatedDay> _days = [];
    private (DateTimeOffset From, DateTimeOffset Due) _last = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);

    /// <summary>How many lines wait.</summary>
    public int Waiting => _waiting.Values.Sum();

    /// <summary>Lets lines wait from the time at which they were reached.</summary>
    public void Add(DateTimeOffset at, int count)
    {
        // What is due at a time is due then also when it happens a little later: a poll's rises, a night's polls are asked once.
        if (at < _last.From || at > _last.Due) _last = (at, terms.DueAt(at));
        Wait(_last.Due, count);
    }

    /// <summary>Lets time pass from one due time to the next. Nothing happens in between: a poll with nothing due says nothing.</summary>
    /// <returns>The days with a message, the earliest first.</returns>
    public IReadOnlyList<SimulatedDay> Play(DateTimeOffset until)
    {
        while (_waiting.Count > 0 && _waiting.First() is var (now, count) && now <= until)
        {
            _waiting.Remove(now);
            var left = count - Say(now, count, out var laterUntil);
            if (laterUntil is { } later) Wait(later, left);
        }

        return [.. _days.Values.OrderBy(day => day.Day)];
    }

    private int Say(DateTimeOffset now, int count, out DateTimeOffset? laterUntil)
    {
        var date = terms.Hours.DayOf(now);
        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, date, out _);
        day ??= new(date, 0, 0, 0);
        var plan = ChannelPlanner.Next(terms, day.Messages, Lines(now, count), now);
        day = new(date, day.Cards + plan.Cards.Count, day.Digests + (plan.Digest.Count > 0 ? 1 : 0), day.DigestLines + plan.Digest.Count);
        laterUntil = plan.LaterUntil;
        return plan.Cards.Count + plan.Digest.Count;
    }

    // One line more than a day can take at most says as much as all of them.
    private List<WaitingLine> Lines(DateTimeOffset now, int count)
    {
        var most = terms.CardsPerDay == 0 && terms.Pace == Pace.Immediately ? count : Math.Min(count, terms.CardsPerDay + ChannelPlanner.MostLines + 1L);
        return [.. Enumerable.Range(1, (int)most).Select(number => new WaitingLine(number, now, 0, 0))];
    }

    private void Wait(DateTimeOffset due, int count) => _waiting[due] = _waiting.GetValueOrDefault(due) + count;
}
