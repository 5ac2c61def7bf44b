using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>
/// API v2.3 as far as the bot may use it, refusing what the vendor refuses: parameters that no method has, tokens in addresses, pages
/// beyond what credentials allow, calls that come too early, too often or beyond the quota.
/// </summary>
internal sealed class ApiRules(TimeProvider time)
{
    public const string Key = "key-s3cr3t(marker";
    public const string Token = "token-s3cr3t-marker";
    public const string Filter = "!made-for)this(host";

    private static readonly string[] Paging = ["page", "pagesize"];

    private readonly Dictionary<string, DateTimeOffset> _heldUntil = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _asked = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _lately = new();
    private DateTimeOffset _bannedUntil;

    public List<ApiPerson> People { get; init; } = [];

    /// <summary>Badges awarded lately, the newest first.</summary>
    public List<(int Person, string Rank, string Name, DateTimeOffset At)> Awards { get; } = [];

    /// <summary>What every method but the network's own is to be asked with, by name and decoded value.</summary>
    public Dictionary<string, string> Scope { get; init; } = [];

    public bool NeedsKey { get; init; }

    public bool NeedsToken { get; init; }

    /// <summary>Whether the Community user stands in the list, as on every real site.</summary>
    public bool HasCommunity { get; set; }

    public bool HasFilters { get; set; } = true;

    public int QuotaMax { get; set; } = 10_000;

    public int QuotaLeft { get; set; } = 10_000;

    /// <summary>Seconds that every answer asks for before its method is called again.</summary>
    public int? Backoff { get; set; }

    /// <summary>Whether the same request within a minute is refused, as the vendor threatens.</summary>
    public bool ForbidsRepeats { get; set; }

    /// <summary>Refusals for calls that came too early, too often or too many.</summary>
    public int Throttled { get; private set; }

    /// <summary>Whether somebody showed the token in an address: it is revoked then.</summary>
    public bool IsTokenRevoked { get; private set; }

    /// <summary>Answers a request.</summary>
    /// <param name="method">The path after the version: <c>users/17</c>.</param>
    /// <param name="request">What came.</param>
    /// <returns>Status and body.</returns>
    public (int Status, object Body) Answer(string method, HttpRequest request)
    {
        var query = request.Query.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        if (query.ContainsKey("access_token")) IsTokenRevoked = true;
        var name = method.StartsWith("users/", StringComparison.Ordinal) || method == "me" ? "users/{ids}" : method;
        if (request.Headers["X-API-Key"].Count + request.Headers["X-API-Access-Token"].Count == 0 && Number(query, "page", 1) > 25)
        {
            return Refuse(403, "access_denied", "page above 25 requires access token or app key");
        }

        return Throttle(name, request) ?? Credentials(request) ?? Method(name, method, query);
    }

    public static (int Status, object Body) Refuse(int error, string name, string message) => (400, new { error_id = error, error_name = name, error_message = message });

    private (int, object)? Throttle(string name, HttpRequest request)
    {
        var now = time.GetUtcNow();
        if (now < _bannedUntil) return Banned(_bannedUntil - now);
        while (_lately.TryPeek(out var at) && now - at >= TimeSpan.FromSeconds(1)) _lately.Dequeue();
        _lately.Enqueue(now);
        if (_lately.Count > 30)
        {
            _bannedUntil = now + TimeSpan.FromMinutes(2);
            return Banned(_bannedUntil - now);
        }

        if (--QuotaLeft < 0)
        {
            QuotaLeft = 0;
            return Banned(now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime);
        }

        var isEarly = now < _heldUntil.GetValueOrDefault(name);
        if (Backoff is { } seconds) _heldUntil[name] = now + TimeSpan.FromSeconds(seconds);
        if (isEarly)
        {
            Throttled++;
            return Refuse(502, "throttle_violation", "Violation of backoff parameter");
        }

        var same = $"{request.Path}{request.QueryString}";
        var isRepeated = ForbidsRepeats && _asked.TryGetValue(same, out var last) && now - last < TimeSpan.FromMinutes(1);
        _asked[same] = now;
        return isRepeated ? Banned(TimeSpan.FromMinutes(10)) : null;
    }

    private (int, object) Banned(TimeSpan wait)
    {
        Throttled++;
        return Refuse(502, "throttle_violation", string.Create(CultureInfo.InvariantCulture, $"too many requests from this IP, more requests available in {Math.Ceiling(wait.TotalSeconds)} seconds"));
    }

    private (int, object)? Credentials(HttpRequest request)
    {
        if (IsTokenRevoked) return Refuse(406, "access_token_compromised", "this access_token was sent where it can be seen");
        if (request.Headers["X-API-Key"] is { Count: > 0 } key && key != Key) return Refuse(400, "bad_parameter", "`key` doesn't match a known application");
        if (NeedsKey && request.Headers["X-API-Key"].Count == 0) return Refuse(405, "key_required", "a key is required");
        if (request.Headers["X-API-Access-Token"] is { Count: > 0 } token && token != Token) return Refuse(402, "invalid_access_token", "`access_token` is not valid");
        if (NeedsToken && request.Headers["X-API-Access-Token"].Count == 0) return Refuse(401, "access_token_required", "this method requires an access_token");
        return null;
    }

    private (int, object) Method(string name, string method, Dictionary<string, string> query)
    {
        if (name == "filters/create") return MakeFilter(query);
        foreach (var (parameter, value) in Scope)
        {
            if (!query.Remove(parameter, out var sent) || sent != value) return Refuse(400, "bad_parameter", $"`{parameter}` is required");
        }

        return name switch
        {
            "users" when Unknown(query, [.. Paging, "order", "sort", "min", "max", "fromdate", "todate", "inname", "filter"]) is { } wrong => wrong,
            "users" => Users(query),
            "badges/recipients" when Unknown(query, [.. Paging, "fromdate", "todate", "filter"]) is { } wrong => wrong,
            "badges/recipients" => Recipients(query),
            "users/{ids}" when Unknown(query, [.. Paging, "order", "sort", "filter"]) is { } wrong => wrong,
            "users/{ids}" when method == "me" => Page(People.Take(1).Select(Row), 1, false),
            "users/{ids}" when int.TryParse(method["users/".Length..], CultureInfo.InvariantCulture, out var id) => Page(People.Where(one => one.Id == id).Select(Row), 1, false),
            _ => Refuse(404, "no_method", "this method does not exist"),
        };
    }

    private (int, object) MakeFilter(Dictionary<string, string> query)
    {
        if (!HasFilters) return Refuse(404, "no_method", "this method does not exist");
        if (Unknown(query, ["include", "exclude", "base", "unsafe"]) is { } wrong) return wrong;
        return query is { } asked && asked.GetValueOrDefault("include") == ".total" && asked.GetValueOrDefault("base") == "default" && asked.GetValueOrDefault("unsafe") == "false"
            ? Page([new { filter = Filter, filter_type = "safe", included_fields = (string[])[".total"] }], 1, false)
            : Refuse(400, "bad_parameter", "include");
    }

    private (int, object) Users(Dictionary<string, string> query)
    {
        if (query.GetValueOrDefault("sort") is not (null or "reputation") || query.GetValueOrDefault("order") is not (null or "desc")) return Refuse(400, "bad_parameter", "sort");
        if (Number(query, "min", 0) is not { } least || Number(query, "page", 1) is not ({ } page and >= 1) || Number(query, "pagesize", 30) is not ({ } size and >= 0 and <= 100)) return Refuse(400, "bad_parameter", "page");
        if (query.TryGetValue("filter", out var filter) && filter is not (Filter or "default")) return Refuse(400, "bad_parameter", "filter");
        var rows = People.Where(one => one.Reputation >= least).OrderByDescending(one => one.Reputation).ThenBy(one => one.Id).Select(Row).ToList();
        if (HasCommunity && least <= 1) rows.Add(new { reputation = 1, user_type = "moderator", user_id = -1, display_name = "Community", badge_counts = new { bronze = 0, silver = 0, gold = 0 } });
        return Page(rows.Skip((page - 1) * size).Take(size), rows.Count, page * size < rows.Count, isTotalWanted: filter == Filter);
    }

    private (int, object) Recipients(Dictionary<string, string> query)
    {
        if (Number(query, "fromdate", 0) is not { } from || Number(query, "page", 1) is not ({ } page and >= 1) || Number(query, "pagesize", 30) is not ({ } size and <= 100)) return Refuse(400, "bad_parameter", "page");
        var rows = Awards.Where(one => one.At.ToUnixTimeSeconds() >= from).ToList();
        var shown = rows.Skip((page - 1) * size).Take(size).Select(one => (object)new { user = new { user_id = one.Person, display_name = "somebody" }, badge_type = "named", rank = one.Rank, badge_id = 7, name = WebUtility.HtmlEncode(one.Name) });
        return Page(shown, rows.Count, page * size < rows.Count);
    }

    private (int, object) Page(IEnumerable<object> items, int total, bool hasMore, bool isTotalWanted = false)
    {
        var body = new Dictionary<string, object> { ["items"] = items.ToList(), ["has_more"] = hasMore, ["quota_max"] = QuotaMax, ["quota_remaining"] = QuotaLeft };
        if (Backoff is { } seconds) body["backoff"] = seconds;
        if (isTotalWanted) body["total"] = total;
        return (200, body);
    }

    private static object Row(ApiPerson one) => new
    {
        badge_counts = new { bronze = one.Bronze, silver = one.Silver, gold = one.Gold }, account_id = one.Id + 5_000, reputation = one.Reputation, user_type = "registered",
        user_id = one.Id, link = $"https://stack.example.com/users/{one.Id}", profile_image = $"https://avatars.example.com/u/{one.Id}?s=256&d=x", display_name = WebUtility.HtmlEncode(one.Name),
    };

    private static (int, object)? Unknown(Dictionary<string, string> query, string[] known) =>
        query.Keys.Except(known).FirstOrDefault() is { } odd ? Refuse(400, "bad_parameter", $"`{odd}` is not a parameter") : null;

    private static int? Number(Dictionary<string, string> query, string name, int otherwise) =>
        !query.TryGetValue(name, out var text) ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
