using System.Globalization;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>Names of badges: one request for the latest awards, with each poll.</summary>
internal sealed class StackApiBadges(StackApiClient client, TimeProvider time)
{
    private const string Method = "badges/recipients";

    /// <summary>
    /// Rows carry no date of award, so each poll asks for a whole window instead of what came since the last; names are only put on,
    /// and putting the same on twice does no harm (https://api.stackexchange.com/docs/badge-recipients).
    /// </summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public HeldBadges Held { get; } = new();

    /// <returns>What only a person can mend; null when the names are there, or will be with another poll.</returns>
    public async Task<SourceFault?> ReadAsync(CancellationToken token)
    {
        var from = (time.GetUtcNow() - Window).ToUnixTimeSeconds();
        var path = string.Create(CultureInfo.InvariantCulture, $"badges/recipients?page=1&pagesize=100&fromdate={from}");
        var answer = await client.GetAsync(Method, client.Scoped(path), StackApiJson.Default.EnvelopeApiAward, token);
        if (answer.TryGet(out var awards, out var fault)) Held.Hear((awards.Items ?? []).OfType<ApiAward>());
        // Badges without names are told all the same.
        return fault?.Kind is SourceFaultKind.Unauthorized ? fault : null;
    }
}
