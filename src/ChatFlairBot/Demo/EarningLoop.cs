namespace ChatFlairBot.Demo;

/// <summary>Lets the people of the sample company earn.</summary>
internal sealed class EarningLoop(SampleCompany company, TimeSpan period, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        // Ends with the timer, not with an exception, when the process stops.
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None)) company.Earn();
    }
}
