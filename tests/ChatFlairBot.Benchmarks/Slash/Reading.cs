using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>Reads what came back, after all of it came: in time or late, the right thing, and such as Slack shows.</summary>
/// <param name="slack">Checks messages as Slack does.</param>
/// <param name="arrivals">When something came to which path.</param>
internal sealed class Reading(FakeSlack slack, ConcurrentDictionary<string, long> arrivals)
{
    /// <summary>So long a late answer is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<Outcome> ReadAsync(IReadOnlyList<Sent> sent, CancellationToken token)
    {
        var (times, late, errors) = (new List<double>(), new List<double>(), new List<string>());
        foreach (var one in sent)
        {
            var isLate = one is { Fault: null, Status: 200, Body.Length: 0 };
            var at = isLate ? await ArrivalAsync(one, token) : one.AnsweredAt;
            var faults = slack.Faults.Count;
            var error = one.Fault ?? (one.Status != 200 ? $"status {one.Status}" : at is null ? "no answer at all" : Wrong(one, isLate));
            if (slack.Faults.Count > faults) error ??= slack.Faults[^1];
            if (error is not null) errors.Add($"{error} ({System.Text.Encoding.UTF8.GetString(one.Question.Body)})");
            var time = Stopwatch.GetElapsedTime(one.Due, at ?? Stopwatch.GetTimestamp()).TotalMilliseconds;
            times.Add(time);
            if (isLate) late.Add(time);
        }

        return new Outcome
        {
            Times = times,
            Kinds = [.. sent.Select(one => one.Question.Kind)],
            Late = late,
            Errors = errors,
            Waits = [.. sent.Select(one => Stopwatch.GetElapsedTime(one.Due, one.SentAt).TotalMilliseconds)],
        };
    }

    private async Task<long?> ArrivalAsync(Sent one, CancellationToken token)
    {
        while (Stopwatch.GetElapsedTime(one.Due) < Patience)
        {
            if (arrivals.TryGetValue(Url(one).Address.AbsolutePath, out var at)) return at;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
        }

        return null;
    }

    private string? Wrong(Sent one, bool isLate)
    {
        if (isLate) return Wrong(one, Url(one).Answers[0].ToJsonString());
        try
        {
            if (JsonNode.Parse(one.Body) is not JsonObject message) return "no JSON object";
            slack.ResponseUrls.TakeAtOnce(Url(one), message);
            return (string?)message["response_type"] != "ephemeral" ? "not for the asker alone" : Wrong(one, message.ToJsonString());
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }

    private static string? Wrong(Sent one, string json) => json.Contains(one.Question.Expected, StringComparison.Ordinal) ? null : $"not “{one.Question.Expected}” but {json}";

    private static ResponseUrl Url(Sent one) => ((Typed)one.Question).Url;
}
