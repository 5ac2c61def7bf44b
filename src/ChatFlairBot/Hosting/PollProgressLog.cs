using ChatFlairBot.Core.Polling;

namespace ChatFlairBot.Hosting;

/// <summary>Says now and then how far a long poll is: a large site's throttle can make the first one take many minutes.</summary>
internal sealed partial class PollProgressLog(string source, TimeProvider time, ILogger logger) : IProgress<PollProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private long _last = time.GetTimestamp();

    public void Report(PollProgress value)
    {
        if (time.GetElapsedTime(_last) < Pause) return;
        _last = time.GetTimestamp();
        Log.Reading(logger, source, value.Rows, value.StatedTotal);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reading {Source}: {Rows} of {StatedTotal} people so far.")]
        public static partial void Reading(ILogger logger, string source, long rows, long? statedTotal);
    }
}
