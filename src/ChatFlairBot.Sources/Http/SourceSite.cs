using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.Http;

/// <summary>A vendor's API as data: where it is, what it is shown, what it asks of whoever calls.</summary>
/// <param name="Root">What paths are appended to; ends in a slash.</param>
/// <param name="Hints">What to say when it refuses.</param>
internal sealed record SourceSite(Uri Root, SourceHints Hints)
{
    /// <summary>Headers that hold tokens and keys. They travel nowhere else: addresses are logged on the way.</summary>
    public IReadOnlyDictionary<string, PrivateText> Credentials { get; init; } = new Dictionary<string, PrivateText>(StringComparer.Ordinal);

    /// <summary>A mail address or web page by which the vendor can reach the operator before it blocks the bot.</summary>
    public string? Contact { get; init; }

    /// <summary>Waits before the vendor has to refuse; null where it documents no limits.</summary>
    public IThrottle? Throttle { get; init; }

    /// <summary>Reads refusals that say more in their body than in their status; null leaves it to the status.</summary>
    public RefusalReader? Refusal { get; init; }
}

/// <summary>Puts a refusal with a body into words, or leaves it to the status by giving null.</summary>
internal delegate SourceFault? RefusalReader(int status, ReadOnlyMemory<byte> body);
