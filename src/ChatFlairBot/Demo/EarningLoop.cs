namespace ChatFlairBot.Demo;

/// <summary>Lets the people of the sample company earn.</summary>
internal sealed class EarningLoop(SampleCompany company, TimeSpan period, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) company.Earn();
    }
}
