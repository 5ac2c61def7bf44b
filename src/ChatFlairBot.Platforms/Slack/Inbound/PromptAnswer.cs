using System.Text.Json.Nodes;
using ChatFlairBot.Core.Storing;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>An answer that is made in the queue: with the acknowledgement when it is there in time, else after it.</summary>
/// <remarks>Slack gives up after 3 seconds (docs.slack.dev/interactivity/implementing-slash-commands); a little more than one leaves room for the network.</remarks>
internal sealed partial class PromptAnswer(SlackWork work, TimeProvider time, ILogger<PromptAnswer> logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_200);

    /// <param name="make">Makes the answer; null for none.</param>
    /// <param name="later">Says it when the acknowledgement has gone without it.</param>
    /// <param name="failed">What to say when the answer cannot be made.</param>
    /// <param name="token">Ends the waiting.</param>
    /// <returns>What the acknowledgement carries; null for nothing.</returns>
    public async Task<JsonNode?> OfAsync(
        Func<CancellationToken, Task<JsonNode?>> make, Func<JsonNode, CancellationToken, Task> later, Func<string, JsonNode?> failed, CancellationToken token)
    {
        var made = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isLate = 0;
        var hasRoom = work.TryAdd(async stopping =>
        {
            var answer = await MakeAsync(make, failed, stopping);
            if (Interlocked.CompareExchange(ref isLate, 2, 0) == 0) made.SetResult(answer);
            else if (answer is not null) await later(answer, stopping);
        });
        if (!hasRoom)
        {
            Log.Full(logger);
            return failed("I have more to do than I can take right now. Try again in a minute.");
        }

        try
        {
            // Its timer ends with the answer; a delay beside it would live on for each of them.
            return await made.Task.WaitAsync(Patience, time, token);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            return Interlocked.CompareExchange(ref isLate, 1, 0) != 0 ? await made.Task : null;
        }
    }

    private async Task<JsonNode?> MakeAsync(Func<CancellationToken, Task<JsonNode?>> make, Func<string, JsonNode?> failed, CancellationToken token)
    {
        try
        {
            return await make(token);
        }
        catch (StoreException fault)
        {
            Log.Store(logger, fault.Message);
            return failed("I can't use my database right now. Whoever runs me finds the reason in the log.");
        }
#pragma warning disable CA1031 // Whoever asked is told something, whatever broke.
        catch (Exception fault) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Broke(logger, fault);
            return failed("Something went wrong on my side. Whoever runs me finds the reason in the log.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "More is asked for in Slack than can be answered; some were told to try again.")]
        public static partial void Full(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "A question from Slack could not be answered. {Reason}")]
        public static partial void Store(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Error, "A question from Slack could not be answered.")]
        public static partial void Broke(ILogger logger, Exception fault);
    }
}
