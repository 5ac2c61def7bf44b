using System.Globalization;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>
/// What somebody knows: first what they agreed to be known for (know-how), else what the platform is sure of (expertise). Networks give up
/// one or both of these while the platform changes; that is no fault, and is asked again a day later.
/// </summary>
internal sealed class StarmindExpertise(StarmindClient client, TimeProvider time)
{
    /// <summary>No card shows more.</summary>
    private const int Most = 8;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset _goneAt = DateTimeOffset.MinValue;

    /// <summary>Whether the network has neither just now.</summary>
    public bool IsGone => time.GetUtcNow() - _goneAt < Day && time.GetUtcNow() >= _goneAt;

    public async Task<SourceAnswer<IReadOnlyList<string>>> ReadAsync(long number, CancellationToken token)
    {
        if (IsGone) return Nothing();
        var who = string.Create(CultureInfo.InvariantCulture, $"users/{number}");
        var agreed = await client.GetAsync($"{who}/tag-labels/know-how", StarmindJson.Default.KnowHowPayload, token);
        if (agreed.TryGet(out var knowHow, out var fault))
        {
            return Labels((knowHow.Tags ?? []).Where(tag => tag?.Confirmed is not false).OrderByDescending(tag => tag?.Score ?? 0).Select(tag => tag?.Label));
        }

        if (!IsOfTheQuestion(fault)) return fault;
        var thought = await client.GetAsync($"{who}/expertise?limit=15", StarmindJson.Default.ListExpertisePayload, token);
        if (thought.TryGet(out var expertise, out var second)) return Labels(expertise.Where(one => one?.Intensity is "high").Select(one => one?.Label));
        if (!IsOfTheQuestion(second)) return second;
        _goneAt = time.GetUtcNow();
        return Nothing();
    }

    private static SourceAnswer<IReadOnlyList<string>> Labels(IEnumerable<string?> labels) =>
        (List<string>)[.. labels.Select(label => PlainText.OneLine(label ?? "")).Where(label => label.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];

    private static SourceAnswer<IReadOnlyList<string>> Nothing() => (List<string>)[];

    private static bool IsOfTheQuestion(SourceFault fault) =>
        fault.Kind is SourceFaultKind.Forbidden or SourceFaultKind.UnknownPerson or SourceFaultKind.WrongAddress or SourceFaultKind.Malformed;
}
