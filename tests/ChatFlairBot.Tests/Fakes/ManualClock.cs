namespace ChatFlairBot.Tests.Fakes;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    /// <summary>When every test begins: a Monday morning.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = Start;

    /// <summary>Waits of at most this length are over at once, and the clock stands at their end: a poll's politeness costs a test no time.</summary>
    public TimeSpan SkipWaitsUpTo { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Whether somebody waits who wanted to wait for just so long.</summary>
    public bool HasWaitOf(TimeSpan length)
    {
        lock (_gate) return _timers.Exists(timer => timer.Length == length);
    }

    /// <summary>How many wait who wanted to wait for just so long.</summary>
    public int CountWaitsOf(TimeSpan length)
    {
        lock (_gate) return _timers.Count(timer => timer.Length == length);
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the clock to an earlier time; whoever waits goes on waiting for the time they wait for.</summary>
    public void SetBack(DateTimeOffset to)
    {
        lock (_gate) _now = to;
    }

    /// <summary>Moves the clock, stopping at every timer on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (_gate)
            {
                next = _timers.Where(timer => timer.DueAt <= end).MinBy(timer => timer.DueAt);
                if (next is null)
                {
                    // A wait that was skipped meanwhile may have moved it further.
                    if (end > _now) _now = end;
                    return;
                }

                if (next.DueAt > _now) _now = next.DueAt;
                next.Rearm();
            }

            next.Fire();
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset DueAt { get; private set; } = DateTimeOffset.MaxValue;

        public TimeSpan Length { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isSkipped = false;
            lock (clock._gate)
            {
                _period = period;
                Length = dueTime;
                clock._timers.Remove(this);
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
                isSkipped = period == Timeout.InfiniteTimeSpan && dueTime <= clock.SkipWaitsUpTo && DueAt < DateTimeOffset.MaxValue;
                if (isSkipped) clock._now = DueAt;
                else clock._timers.Add(this);
            }

            if (isSkipped) ThreadPool.QueueUserWorkItem(_ => Fire());
            return true;
        }

        public void Rearm()
        {
            DueAt = _period > TimeSpan.Zero ? DueAt + _period : DateTimeOffset.MaxValue;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
