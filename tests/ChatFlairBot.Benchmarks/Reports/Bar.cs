namespace ChatFlairBot.Benchmarks.Reports;

/// <summary>A figure that must not be above its bar.</summary>
internal sealed record Bar(string Title, double Value, double Most)
{
    private bool IsMet => Value <= Most;

    /// <returns>The exit code: 0 when every bar is met, else 1.</returns>
    public static int PrintAll(IEnumerable<Bar> bars)
    {
        var all = bars.ToList();
        foreach (var bar in all) Console.WriteLine($"{bar.Title}: {bar.Value:N2} (bar {bar.Most:N2}) {(bar.IsMet ? "ok" : "MISSED")}");
        return all.TrueForAll(bar => bar.IsMet) ? 0 : 1;
    }
}
