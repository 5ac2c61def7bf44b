namespace ChatFlairBot.Benchmarks.Messages;

/// <summary>A clock that goes ten times as fast as the machine's.</summary>
internal sealed class FastClock : TimeProvider
{
    private const int Times = 10;

    private readonly DateTimeOffset _began = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _began + ((System.GetUtcNow() - _began) * Times);
}
