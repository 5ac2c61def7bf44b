using System.Diagnostics;

namespace ChatFlairBot.Benchmarks.Reports;

/// <summary>Measures the same work again and again, in milliseconds: on the clock, and of this process's processor time.</summary>
internal sealed class Stopwatches
{
    private readonly List<double> _times = [];
    private readonly List<double> _processorTimes = [];

    public IReadOnlyList<double> Times => _times;

    public IReadOnlyList<double> ProcessorTimes => _processorTimes;

    public async Task TimeAsync(Func<Task> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await work();
        _times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        _processorTimes.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }
}
