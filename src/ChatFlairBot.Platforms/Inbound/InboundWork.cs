using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Inbound;

/// <summary>What is done after a platform was told that it arrived. Bounded: what has no room is refused at once and said so. Each platform has its own, so that none holds up another.</summary>
internal sealed partial class InboundWork(string platform, ILogger<InboundWork> logger) : BackgroundService
{
    private const int Capacity = 1_000;

    /// <summary>They mostly wait for the store or for the platform.</summary>
    private const int Workers = 8;

    private readonly Channel<Func<CancellationToken, Task>> _queue = Channel.CreateBounded<Func<CancellationToken, Task>>(Capacity);

    /// <returns>False when there is no room.</returns>
    public bool TryAdd(Func<CancellationToken, Task> work) => _queue.Writer.TryWrite(work);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => RunAsync(stoppingToken), CancellationToken.None)));

    private async Task RunAsync(CancellationToken token)
    {
        try
        {
            await foreach (var work in _queue.Reader.ReadAllAsync(token)) await DoAsync(work, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The process stops; whoever asked sees that nothing came.
        }
    }

    private async Task DoAsync(Func<CancellationToken, Task> work, CancellationToken token)
    {
        try
        {
            await work(token);
        }
        catch (Exception fault) when (!token.IsCancellationRequested)
        {
            Log.Broke(logger, fault, platform);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Something that was asked for in {Platform} broke off.")]
        public static partial void Broke(ILogger logger, Exception fault, string platform);
    }
}
