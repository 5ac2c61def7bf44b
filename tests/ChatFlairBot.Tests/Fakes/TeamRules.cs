using System.Globalization;
using ChatFlairBot.Demo;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>
/// One site or team of API v3, refusing what the vendor refuses: pages of other sizes, parameters that no method has, methods that want
/// an administrator's token, more calls than its limits allow.
/// </summary>
internal sealed class TeamRules(TimeProvider time, int bucket = SampleThrottle.Bucket)
{
    private static readonly string[] Paging = ["page", "pageSize", "sort", "order"];
    private static readonly int[] PageSizes = [15, 30, 50, 100];

    private readonly SampleThrottle _throttle = new(time, bucket);
    private List<ApiPerson>? _ranked;

    public string Token { get; init; } = "team-s3cr3t-marker";

    public bool IsAdmin { get; init; }

    public List<ApiPerson> People { get; init; } = [];

    /// <summary>Tags with their experts: named directly, and by a group.</summary>
    public List<(int Id, string Name, int[] Experts, string[] Groups)> Tags { get; } = [];

    public List<(int Id, string Name, int[] Members)> Groups { get; } = [];

    public bool HasExperts { get; set; } = true;

    public int Throttled => _throttle.Refused;

    /// <summary>After somebody's reputation changed: the list is sorted anew.</summary>
    public void Sort() => _ranked = null;

    /// <param name="path">After the site or team: <c>users/17</c>.</param>
    /// <param name="request">What came.</param>
    /// <param name="headers">Where the limits are told.</param>
    public (int Status, object Body) Answer(string path, HttpRequest request, IHeaderDictionary headers)
    {
        // Plain text, as the vendor sends it; a wrong team gives the same.
        if (request.Headers.Authorization != $"Bearer {Token}") return (401, "Invalid access token");
        if (request.Headers.UserAgent.Count == 0) return Problem(403, "Forbidden Action");
        if (!_throttle.Admit(headers)) return Problem(429, "Too many requests");
        var query = request.Query.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        return path.Split('/') switch
        {
            ["users"] => Page(query, "reputation", [], Ranked, User),
            ["users", "me"] => (200, User(People[0])),
            ["users", "by-email" or "by-external-id", _] when !IsAdmin => Problem(403, "Forbidden Action"),
            ["users", var id] => Number(id) is { } number && People.Find(one => one.Id == number) is { } person ? (200, User(person)) : Problem(404, "User not found"),
            ["tags"] => Page(query, "name postCount creationDate", ["partialName", "hasSmes", "hasSynonyms"], [.. Tags.Where(tag => query.GetValueOrDefault("hasSmes") != "true" || tag.Experts.Length + tag.Groups.Length > 0)], tag => new { id = tag.Id, name = tag.Name, subjectMatterExpertCount = tag.Experts.Length }),
            ["tags", _, "subject-matter-experts"] when !HasExperts => Problem(422, "Subject matter experts are off"),
            ["tags", var id, "subject-matter-experts"] => Tags.Find(tag => tag.Id == Number(id)) is { Name: not null } tag ? (200, Experts(tag)) : Problem(404, "Tag not found"),
            ["user-groups"] => Page(query, "name size", [], Groups, Group),
            _ => (404, "<!doctype html><title>Not found</title>"),
        };
    }

    private List<ApiPerson> Ranked => _ranked ??= [.. People.OrderByDescending(one => one.Reputation).ThenBy(one => one.Id)];

    private object User(ApiPerson one) => new
    {
        id = one.Id, accountId = one.Id + 5_000, name = one.Name, avatarUrl = $"https://avatars.example.com/u/{one.Id}", webUrl = $"https://stack.example.com/users/{one.Id}", reputation = one.Reputation,
        role = one.Id == 1 ? "Moderator" : "Sage of a role nobody heard of", email = IsAdmin || one == People[0] ? one.Email : null, externalId = IsAdmin ? one.ExternalId : null, department = one.Department,
        unheardOf = new { a = (object[])[1, "b"] },
    };

    private object Experts((int Id, string Name, int[] Experts, string[] Groups) tag) => new
    {
        users = People.Where(one => tag.Experts.Contains(one.Id)).Select(User), userGroups = Groups.Where(group => tag.Groups.Contains(group.Name)).Select(Group),
    };

    private object Group((int Id, string Name, int[] Members) group) => new { id = group.Id, name = group.Name, description = "", users = People.Where(one => group.Members.Contains(one.Id)).Select(User) };

    private static (int, object) Page<T>(Dictionary<string, string> query, string sorts, string[] more, List<T> all, Func<T, object> row)
    {
        if (query.Keys.Except([.. Paging, .. more]).Any()) return Problem(400, "unknown parameter");
        if (Number(query.GetValueOrDefault("page", "1")) is not ({ } page and >= 1)) return Problem(400, "page is at least 1");
        if (Number(query.GetValueOrDefault("pageSize", "15")) is not { } size || !PageSizes.Contains(size)) return Problem(400, "pageSize is 15, 30, 50 or 100");
        if (query.TryGetValue("sort", out var sort) && !sorts.Split(' ').Contains(sort)) return Problem(400, "sort");
        if (query.TryGetValue("order", out var order) && order is not ("asc" or "desc")) return Problem(400, "order");
        return (200, new { totalCount = all.Count, pageSize = size, page, totalPages = (all.Count + size - 1) / size, sort, order, items = all.Skip((page - 1) * size).Take(size).Select(row) });
    }

    private static (int, object) Problem(int status, string title) => (status, new { type = $"/v3/errors/{status}", title, status });

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
