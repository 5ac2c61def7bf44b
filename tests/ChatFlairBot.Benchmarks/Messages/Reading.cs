using System.Collections.Concurrent;
using System.Diagnostics;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Benchmarks.Messages;

/// <summary>Reads what came back, after all of it came: acknowledged at once, and answered by the right thing, such as Teams shows.</summary>
/// <param name="teams">Checks messages as Teams does.</param>
/// <param name="arrivals">When which message was answered, and by what.</param>
internal sealed class Reading(FakeConnector teams, ConcurrentDictionary<string, (long At, string Text)> arrivals)
{
    /// <summary>So long an answer is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<Outcome> ReadAsync(IReadOnlyList<Sent> sent, CancellationToken token)
    {
        var (times, errors, faults) = (new List<double>(), new List<string>(), teams.Faults.Count);
        foreach (var one in sent)
        {
            var answer = one is { Fault: null, Status: 200 } ? await ArrivalAsync(one, token) : null;
            var error = one.Fault ?? (one.Status != 200 ? $"status {one.Status}" : answer is null ? "no answer at all" : Wrong(one, answer.Value.Text));
            if (error is not null) errors.Add($"{error} ({System.Text.Encoding.UTF8.GetString(one.Question.Body)})");
            times.Add(Since(one, answer?.At ?? Stopwatch.GetTimestamp()));
        }

        errors.AddRange(teams.Faults.Skip(faults));
        return new Outcome
        {
            Times = times,
            Acknowledged = [.. sent.Select(one => Since(one, one.AnsweredAt))],
            Kinds = [.. sent.Select(one => one.Question.Kind)],
            Errors = errors,
            Waits = [.. sent.Select(one => Since(one, one.SentAt))],
        };
    }

    private static double Since(Sent one, long at) => Stopwatch.GetElapsedTime(one.Due, at).TotalMilliseconds;

    private async Task<(long At, string Text)?> ArrivalAsync(Sent one, CancellationToken token)
    {
        while (Stopwatch.GetElapsedTime(one.Due) < Patience || arrivals.ContainsKey(((Written)one.Question).Id))
        {
            if (arrivals.TryGetValue(((Written)one.Question).Id, out var answer)) return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
        }

        return null;
    }

    private static string? Wrong(Sent one, string json) => json.Contains(one.Question.Expected, StringComparison.Ordinal) ? null : $"not “{one.Question.Expected}” but {json}";
}
