using ChatFlairBot.Core.Storing;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Inbound;

/// <summary>An answer that is made in the queue: with the acknowledgement when it is there in time, else after it.</summary>
/// <param name="platform">Who asks.</param>
/// <param name="patience">How long the acknowledgement waits for it: less than the platform does, with room for the network.</param>
/// <param name="work">Where it is made.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears what went wrong.</param>
internal sealed partial class PromptAnswer(string platform, TimeSpan patience, InboundWork work, TimeProvider time, ILogger<PromptAnswer> logger)
{
    /// <param name="make">Makes the answer; null for none.</param>
    /// <param name="later">Says it when the acknowledgement has gone without it.</param>
    /// <param name="failed">What to say when the answer cannot be made.</param>
    /// <param name="token">Ends the waiting.</param>
    /// <returns>What the acknowledgement carries; null for nothing.</returns>
    public async Task<T?> OfAsync<T>(Func<CancellationToken, Task<T?>> make, Func<T, CancellationToken, Task> later, Func<string, T?> failed, CancellationToken token)
        where T : class
    {
        var made = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isLate = 0;
        var hasRoom = work.TryAdd(async stopping =>
        {
            var answer = await MakeAsync(make, failed, stopping);
            if (Interlocked.CompareExchange(ref isLate, 2, 0) == 0) made.SetResult(answer);
            else if (answer is not null) await later(answer, stopping);
        });
        if (!hasRoom)
        {
            Log.Full(logger, platform);
            return failed("I have more to do than I can take right now. Try again in a minute.");
        }

        try
        {
            // Its timer ends with the answer; a delay beside it would live on for each of them.
            return await made.Task.WaitAsync(patience, time, token);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            return Interlocked.CompareExchange(ref isLate, 1, 0) != 0 ? await made.Task : null;
        }
    }

    /// <summary>The same for an answer that always follows.</summary>
    /// <returns>False when there is no room for it.</returns>
    public bool Follow<T>(Func<CancellationToken, Task<T?>> make, Func<T, CancellationToken, Task> later, Func<string, T?> failed)
        where T : class
    {
        var hasRoom = work.TryAdd(async stopping =>
        {
            if (await MakeAsync(make, failed, stopping) is { } answer) await later(answer, stopping);
        });
        if (!hasRoom) Log.Full(logger, platform);
        return hasRoom;
    }

    private async Task<T?> MakeAsync<T>(Func<CancellationToken, Task<T?>> make, Func<string, T?> failed, CancellationToken token)
        where T : class
    {
        try
        {
            return await make(token);
        }
        catch (StoreException fault)
        {
            Log.Store(logger, platform, fault.Message);
            return failed("I can't use my database right now. Whoever runs me finds the reason in the log.");
        }
#pragma warning disable CA1031 // Whoever asked is told something, whatever broke.
        catch (Exception fault) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Broke(logger, fault, platform);
            return failed("Something went wrong on my side. Whoever runs me finds the reason in the log.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "More is asked for in {Platform} than can be answered; some were told to try again.")]
        public static partial void Full(ILogger logger, string platform);

        [LoggerMessage(2, LogLevel.Error, "A question from {Platform} could not be answered. {Reason}")]
        public static partial void Store(ILogger logger, string platform, string reason);

        [LoggerMessage(3, LogLevel.Error, "A question from {Platform} could not be answered.")]
        public static partial void Broke(ILogger logger, Exception fault, string platform);
    }
}
