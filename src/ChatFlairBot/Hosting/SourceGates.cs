using System.Collections.Concurrent;

namespace ChatFlairBot.Hosting;

/// <summary>Lets only one thing at a time be done to a source's snapshot: a poll, or what was decided about a held one.</summary>
internal sealed class SourceGates
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Ends the turn when it is disposed.</returns>
    public async Task<IDisposable> EnterAsync(string source, CancellationToken token)
    {
        var gate = _gates.GetOrAdd(source, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(token);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
