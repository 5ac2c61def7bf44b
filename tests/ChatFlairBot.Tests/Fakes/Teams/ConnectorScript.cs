using System.Collections.Concurrent;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>What goes wrong on the way to Teams, by operation; <c>*</c> is every one.</summary>
internal sealed class ConnectorScript
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ConnectorAnswer>> _next = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConnectorAnswer> _always = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ConnectorAnswer?>> _afterwards = new(StringComparer.Ordinal);

    /// <summary>Looks at each call first and may answer in the connector's place; null leaves it to the rest.</summary>
    public Func<ConnectorCall, ConnectorAnswer?>? Choose { get; set; }

    /// <summary>Happens while a call holds its conversation, when it was done and before it is answered.</summary>
    public Func<ConnectorCall, Task>? BeforeAnswer { get; set; }

    /// <summary>Nothing is done, and this is answered.</summary>
    public void Next(string operation, ConnectorAnswer answer, int times = 1)
    {
        for (var i = 0; i < times; i++) _next.GetOrAdd(operation, _ => new()).Enqueue(answer);
    }

    /// <summary>The same by the name of a fixture: <c>404-ConversationNotFound</c>.</summary>
    public void Next(string operation, string error, int times = 1) => Next(operation, ConnectorAnswer.Error(error), times);

    public void Always(string operation, ConnectorAnswer? answer)
    {
        if (answer is null) _always.TryRemove(operation, out _);
        else _always[operation] = answer;
    }

    /// <summary>What is asked is done, and this is answered all the same: a gateway that lost patience.</summary>
    public void NextAfterwards(string operation, ConnectorAnswer answer) => _afterwards.GetOrAdd(operation, _ => new()).Enqueue(answer);

    /// <summary>What is asked is done, and the connection cut in place of the answer.</summary>
    public void LoseNextAnswer(string operation) => _afterwards.GetOrAdd(operation, _ => new()).Enqueue(null);

    public ConnectorAnswer? For(string operation) => Scripted(operation) ?? Scripted(ConnectorOperations.Any);

    /// <returns>Whether something else than the answer is due, and what; null to cut the connection.</returns>
    public (bool IsDue, ConnectorAnswer? Answer) Afterwards(string operation) =>
        _afterwards.TryGetValue(operation, out var queue) && queue.TryDequeue(out var answer) ? (true, answer) : (false, null);

    private ConnectorAnswer? Scripted(string operation) =>
        _next.TryGetValue(operation, out var queue) && queue.TryDequeue(out var next) ? next : _always.GetValueOrDefault(operation);
}
