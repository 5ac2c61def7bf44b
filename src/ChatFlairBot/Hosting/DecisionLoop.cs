using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Hosting;

/// <summary>Carries out what managers decided about held polls, in chat or on the command line beside this process, and forgets history that is too old.</summary>
internal sealed partial class DecisionLoop(
    IEnumerable<IReputationSource> sources, IStore store, Quarantine quarantine, Settings.BotSettings settings, SourceGates gates, Doorbell doorbell, TimeProvider time, ILogger<DecisionLoop> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Slack repeats an event for a day at most (docs.slack.dev/apis/events-api, "Delayed events").</summary>
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    private DateTimeOffset _forgotAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // First the wait: a process that cannot even listen has nothing to decide.
                await Task.Delay(Period, time, stoppingToken);
                if ((await store.Quarantine.ListAsync(stoppingToken)).Any(held => held.Wish is not null)) await CarryOutAsync(stoppingToken);
                await ForgetAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The process stops; what was decided waits.
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Broke(logger, fault);
            }
        }
    }

    private async Task CarryOutAsync(CancellationToken token)
    {
        foreach (var source in sources)
        {
            using var turn = await gates.EnterAsync(source.Name, token);
            foreach (var (held, poll) in await quarantine.CarryOutAsync(source.Name, token))
            {
                if (held.Wish is HeldWish.Discard) Log.Discarded(logger, source.Name, held.WishedBy);
                else if (poll.Outcome is PollOutcome.Complete) Log.Released(logger, source.Name, held.WishedBy, poll.Milestones);
                else Log.Failed(logger, source.Name, poll.Reason);
                doorbell.Ring();
            }
        }
    }

    private async Task ForgetAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (now - _forgotAt < Day && now >= _forgotAt) return;
        _forgotAt = now;
        var forgotten = await store.History.ForgetBeforeAsync(now - TimeSpan.FromDays(settings.Privacy.HistoryDays), token);
        if (forgotten > 0) Log.Forgot(logger, forgotten);
        await store.Workspaces.ForgetHeardAsync(now - TwoDays, token);
        var left = await store.Workspaces.ForgetAsync(now - TimeSpan.FromDays(settings.Privacy.WorkspaceDays), token);
        if (left > 0) Log.ForgotWorkspaces(logger, left);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The held poll of {Source} was released by {By}: milestones reached {Milestones}.")]
        public static partial void Released(ILogger logger, string source, string? by, int milestones);

        [LoggerMessage(2, LogLevel.Information, "The held poll of {Source} was discarded by {By}.")]
        public static partial void Discarded(ILogger logger, string source, string? by);

        [LoggerMessage(3, LogLevel.Warning, "The held poll of {Source} could not be released yet. {Reason}")]
        public static partial void Failed(ILogger logger, string source, string? reason);

        [LoggerMessage(4, LogLevel.Debug, "History too old to be kept was forgotten: {Rises} rises.")]
        public static partial void Forgot(ILogger logger, int rises);

        [LoggerMessage(6, LogLevel.Information, "Workspaces that removed the bot long ago were forgotten: {Count}.")]
        public static partial void ForgotWorkspaces(ILogger logger, int count);

        [LoggerMessage(5, LogLevel.Error, "What was decided about held polls could not be carried out; it is tried again shortly.")]
        public static partial void Broke(ILogger logger, Exception fault);
    }
}
