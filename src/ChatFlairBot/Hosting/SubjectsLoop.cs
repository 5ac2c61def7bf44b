using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Hosting;

/// <summary>Asks sources what somebody knows, after a colleague asked about them.</summary>
internal sealed partial class SubjectsLoop(Subjects subjects, ILogger<SubjectsLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await subjects.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The process stops; nobody waits for this.
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Broke(logger, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Asking what somebody knows broke off; flairs go without it.")]
        public static partial void Broke(ILogger logger, Exception fault);
    }
}
