using System.Globalization;

namespace ChatFlairBot.Demo;

/// <summary>
/// The two limits of API v3: 50 requests in 2 s, and a bucket of 5,000 that gets 100 more each minute
/// (https://stackoverflowteams.help/en/articles/9085836-api-v3-overview).
/// </summary>
/// <param name="time">The clock of the limits.</param>
/// <param name="left">What the bucket holds at the start.</param>
internal sealed class SampleThrottle(TimeProvider time, int left = SampleThrottle.Bucket)
{
    public const int Bucket = 5_000;

    private const int Burst = 50;
    private const int Refill = 100;

    private static readonly TimeSpan BurstPeriod = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RefillPeriod = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _burstFrom = time.GetUtcNow();
    private DateTimeOffset _refilledAt = time.GetUtcNow();
    private int _burstLeft = Burst;
    private int _bucketLeft = left;

    /// <summary>Requests that were counted so far, the refused ones included.</summary>
    public int Requests { get; private set; }

    /// <summary>Requests that were refused so far.</summary>
    public int Refused { get; private set; }

    /// <summary>Counts a request and writes the limits into its answer.</summary>
    /// <returns>Whether it may pass.</returns>
    public bool Admit(IHeaderDictionary headers)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Restore(now);
            Requests++;
            var passes = _burstLeft > 0 && _bucketLeft > 0;
            if (passes)
            {
                _burstLeft--;
                _bucketLeft--;
            }
            else
            {
                Refused++;
            }

            headers["x-burst-throttle-calls-left"] = _burstLeft.ToString(CultureInfo.InvariantCulture);
            headers["x-burst-throttle-seconds-until-full"] = Seconds(_burstFrom + BurstPeriod - now);
            headers["x-token-bucket-calls-left"] = _bucketLeft.ToString(CultureInfo.InvariantCulture);
            headers["x-token-bucket-seconds-until-next-refill"] = Seconds(_refilledAt + RefillPeriod - now);
            return passes;
        }
    }

    private void Restore(DateTimeOffset now)
    {
        if (now - _burstFrom >= BurstPeriod)
        {
            _burstFrom = now;
            _burstLeft = Burst;
        }

        var refills = (int)((now - _refilledAt) / RefillPeriod);
        _refilledAt += refills * RefillPeriod;
        _bucketLeft = Math.Min(Bucket, _bucketLeft + (refills * Refill));
    }

    private static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
