using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Hosting;

/// <summary>Polls each source on its own timer; what befalls one never stops another.</summary>
internal sealed partial class PollLoop(
    IEnumerable<IReputationSource> sources,
    BotSettings settings,
    IStore store,
    PollPolicy policy,
    SourceGates gates,
    Doorbell doorbell,
    TimeProvider time,
    Random random,
    ILogger<PollLoop> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The slowest pace at which refused credentials are tried again; whoever puts new ones in starts the bot, which tries at once.</summary>
    private static readonly TimeSpan SlowestPace = TimeSpan.FromHours(6);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(sources.Select(source => PollAsync(source, stoppingToken)));

    private async Task PollAsync(IReputationSource source, CancellationToken token)
    {
        await Task.Yield();
        try
        {
            await PollForEverAsync(source, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The process stops; a poll that was under way wrote nothing.
        }
    }

    private async Task PollForEverAsync(IReputationSource source, CancellationToken token)
    {
        // From the end of a poll to the start of the next. A periodic timer would run a second poll at once after one that took longer than its period.
        var refusals = 0;
        for (var wait = await FirstWaitAsync(source, token); ;)
        {
            await Task.Delay(wait, time, token);
            wait = Interval(source) + (settings.Polling.Jitter * random.NextDouble());
            try
            {
                using var turn = await gates.EnterAsync(source.Name, token);
                var poll = await new Poll(source, store.Polls, policy, time).RunAsync(new PollProgressLog(source.Name, time, logger), token);
                Report(poll);
                // Milestones to fan out, or a notice to send.
                if (poll.Milestones > 0 || poll.Outcome is not PollOutcome.Complete) doorbell.Ring();
                refusals = IsRefused(poll) ? refusals + 1 : 0;
                if (refusals > 0) wait = Slowed(wait, refusals);
                // A day is the longest ban that any vendor is known for; more is a broken header.
                if (poll.Fault?.RetryAfter is { } asked && asked > wait) wait = asked < LongestWait ? asked : LongestWait;
            }
            catch (Exception fault) when (!token.IsCancellationRequested)
            {
                Report(fault, source);
                await NoteAsync(source, fault, token);
            }
        }
    }

    // What nobody foresaw is in the log; status has to tell of it too.
    private async Task NoteAsync(IReputationSource source, Exception fault, CancellationToken token)
    {
        if (fault is StoreException) return;
        var now = time.GetUtcNow();
        try
        {
            await store.Polls.RecordRefusedAsync(
                new PollRecord(source.Name, now, now, PollOutcome.Failed, $"The poll broke off: {fault.Message} The log tells more.", 0, null, 0, 0), null, token);
        }
        catch (StoreException second)
        {
            Report(second, source);
        }
    }

    // A process that restarts again and again must not poll each time: the last poll counts, also an earlier process's.
    private async Task<TimeSpan> FirstWaitAsync(IReputationSource source, CancellationToken token)
    {
        try
        {
            var last = (await store.Polls.LastPollsAsync(token)).FirstOrDefault(poll => poll.Source.Equals(source.Name, StringComparison.OrdinalIgnoreCase));
            // After a failure somebody mended something and starts again: they want to see it work.
            var pause = last?.Outcome is PollOutcome.Complete || Interval(source) < AfterFailure ? Interval(source) : AfterFailure;
            var due = (last?.FinishedAt + pause) - time.GetUtcNow();
            if (due is not { } wait || wait <= TimeSpan.Zero) return TimeSpan.Zero;
            // A clock that was set back must not stop the polls either.
            var first = wait < pause ? wait : pause;
            Log.Waits(logger, source.Name, last!.FinishedAt, first);
            return first;
        }
        catch (StoreException fault)
        {
            Report(fault, source);
            return Interval(source);
        }
    }

    private static bool IsRefused(PollRecord poll) => poll.Fault?.Kind is SourceFaultKind.Unauthorized or SourceFaultKind.Forbidden or SourceFaultKind.WrongAddress or SourceFaultKind.Withheld;

    // After the second time twice as long, and so on: an outage of a vendor's log-in looks the same as a token that ended, and is over soon.
    private static TimeSpan Slowed(TimeSpan wait, int refusals)
    {
        var slower = wait * Math.Pow(2, Math.Min(refusals - 1, 10));
        return slower <= SlowestPace ? slower : wait > SlowestPace ? wait : SlowestPace;
    }

    private TimeSpan Interval(IReputationSource source) => settings.Sources[source.Name].Options.Interval ?? settings.Polling.Interval;

    private void Report(PollRecord poll)
    {
        // What only a person can mend is an error; the rest mends itself.
        var level = poll.Outcome is PollOutcome.Quarantined || IsRefused(poll) ? LogLevel.Error : LogLevel.Warning;
        if (poll.Outcome != PollOutcome.Complete) Log.Refused(logger, level, poll.Source, poll.Outcome, poll.Reason);
        else if (poll.Milestones > 0) Log.Reached(logger, poll.Source, poll.Milestones, poll.People);
        else Log.Polled(logger, poll.Source, poll.People, poll.Changed, (poll.FinishedAt - poll.StartedAt).TotalMilliseconds);
    }

    private void Report(Exception fault, IReputationSource source)
    {
        if (fault is StoreException) Log.StoreFailed(logger, source.Name, fault.Message);
        else Log.Broke(logger, fault, source.Name);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Polled {Source}: {People} people, {Changed} changed, {Milliseconds:N0} ms.")]
        public static partial void Polled(ILogger logger, string source, long people, long changed, double milliseconds);

        [LoggerMessage(2, LogLevel.Information, "Polled {Source}: milestones reached {Milestones}, people {People}.")]
        public static partial void Reached(ILogger logger, string source, int milestones, long people);

        [LoggerMessage(EventId = 3, Message = "The poll of {Source} ended {Outcome}; the last snapshot stands. {Reason}")]
        public static partial void Refused(ILogger logger, LogLevel level, string source, PollOutcome outcome, string? reason);

        [LoggerMessage(4, LogLevel.Error, "The poll of {Source} broke off; the last snapshot stands and the next poll tries again.")]
        public static partial void Broke(ILogger logger, Exception fault, string source);

        [LoggerMessage(5, LogLevel.Warning, "The poll of {Source} could not be kept; the last snapshot stands and the next poll tries again. {Reason}")]
        public static partial void StoreFailed(ILogger logger, string source, string reason);

        [LoggerMessage(6, LogLevel.Information, "{Source} was last polled at {LastPoll:u}; the next poll is due in {Wait}.")]
        public static partial void Waits(ILogger logger, string source, DateTimeOffset lastPoll, TimeSpan wait);
    }
}
