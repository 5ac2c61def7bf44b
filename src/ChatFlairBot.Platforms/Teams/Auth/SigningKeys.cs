using System.Text.Json;
using ChatFlairBot.Platforms.Inbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatFlairBot.Platforms.Teams.Auth;

/// <summary>The keys that Teams signs with, as its metadata names them; fetched once a day, and at once for a key that nobody knows yet.</summary>
/// <remarks>learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication: they change, and a new one may sign within the day.</remarks>
internal sealed partial class SigningKeys([FromKeyedServices(TeamsOptions.Platform)] HttpClient http, TeamsOptions options, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    private const int LargestDocument = 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Whoever makes up names of keys shall not make the bot fetch them without end.</summary>
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private IReadOnlyDictionary<string, SigningKey>? _keys;
    private DateTimeOffset _fetchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _searchedAt = DateTimeOffset.MinValue;

    /// <returns>Whether the keys are known at all, and the key of that name or null.</returns>
    public async Task<(bool AreKnown, SigningKey? Key)> FindAsync(string id, CancellationToken token)
    {
        var keys = await KeysAsync(token);
        if (keys is not null && !keys.ContainsKey(id) && IsTimeToSearch()) keys = await FetchAsync(_fetchedAt, token);
        return keys is null ? (false, null) : (true, keys.GetValueOrDefault(id));
    }

    public void Dispose() => _fetching.Dispose();

    private Task<IReadOnlyDictionary<string, SigningKey>?> KeysAsync(CancellationToken token)
    {
        var age = time.GetUtcNow() - _fetchedAt;
        return _keys is { } keys && age < Kept && age >= TimeSpan.Zero ? Task.FromResult<IReadOnlyDictionary<string, SigningKey>?>(keys) : FetchAsync(_fetchedAt, token);
    }

    private bool IsTimeToSearch()
    {
        var now = time.GetUtcNow();
        if (now - _searchedAt < BetweenSearches && now >= _searchedAt) return false;
        _searchedAt = now;
        return true;
    }

    // Those that are known hold on while nothing newer can be had: an outage there is no reason to be deaf.
    private async Task<IReadOnlyDictionary<string, SigningKey>?> FetchAsync(DateTimeOffset seen, CancellationToken token)
    {
        await _fetching.WaitAsync(token);
        try
        {
            if (_fetchedAt != seen) return _keys;
            var metadata = OpenIdConnectConfiguration.Create(await GetAsync(TeamsCloud.Of(options).Metadata, token));
            var place = new Uri(metadata.JwksUri);
            if (place.Scheme != Uri.UriSchemeHttps && !place.IsLoopback) throw new JsonException("its keys are not at an https address.");
            _keys = Read(await GetAsync(place, token));
            _fetchedAt = time.GetUtcNow();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or ArgumentException or UriFormatException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            Log.NotFetched(logger, fault.Message);
        }
        finally
        {
            _fetching.Release();
        }

        return _keys;
    }

    private async Task<string> GetAsync(Uri address, CancellationToken token)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, token);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestDocument, token);
        return await response.Content.ReadAsStringAsync(token);
    }

    private static Dictionary<string, SigningKey> Read(string json)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.At("keys") is not { ValueKind: JsonValueKind.Array } given) throw new JsonException("it names no keys.");
        foreach (var one in given.EnumerateArray().Where(one => one.Text("kid") is not null && one.Text("kty") == "RSA"))
        {
            var endorsements = one.At("endorsements") is { ValueKind: JsonValueKind.Array } texts ? texts.EnumerateArray().Where(text => text.ValueKind is JsonValueKind.String).Select(text => text.GetString()!) : [];
            keys[one.Text("kid")!] = new SigningKey(new JsonWebKey(one.GetRawText()), [.. endorsements]);
        }

        return keys;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The keys that Teams signs with could not be fetched; those that are known hold on. {Reason}")]
        public static partial void NotFetched(ILogger logger, string reason);
    }
}
