using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Reads who is an expert of which tag, and who is in which group.</summary>
internal sealed class StackOverflowLabels(StackOverflowClient client)
{
    /// <summary>Subject matter experts: one request for each 100 tags that have any, and one for each such tag.</summary>
    /// <returns>Tags by person; the fault, among them the 422 of a site whose experts are switched off.</returns>
    public async Task<SourceAnswer<Dictionary<long, SortedSet<string>>>> ExpertsAsync(CancellationToken token)
    {
        var tags = await AllAsync("tags?hasSmes=true&sort=name&order=asc", StackOverflowJson.Default.ListPayloadTagPayload, tag => tag.Id, token);
        if (!tags.TryGet(out var named, out var fault)) return fault;
        var experts = new Dictionary<long, SortedSet<string>>();
        foreach (var tag in named)
        {
            if (tag is not { Id: { } id, Name.Length: > 0 }) continue;
            var path = string.Create(CultureInfo.InvariantCulture, $"tags/{id}/subject-matter-experts");
            var answer = await client.GetAsync(path, StackOverflowJson.Default.ExpertsPayload, token);
            // A tag that was merged or deleted meanwhile.
            if (answer.Fault?.Kind is SourceFaultKind.UnknownPerson) continue;
            if (!answer.TryGet(out var sme, out fault)) return fault;
            // Somebody may be named directly, by a group, or both.
            Add(experts, (sme.Users ?? []).Concat((sme.UserGroups ?? []).SelectMany(group => group?.Users ?? [])), tag.Name);
        }

        return experts;
    }

    /// <summary>User groups: one request for each 100 groups, members included.</summary>
    public async Task<SourceAnswer<Dictionary<long, SortedSet<string>>>> GroupsAsync(CancellationToken token)
    {
        var groups = await AllAsync("user-groups?sort=name&order=asc", StackOverflowJson.Default.ListPayloadGroupPayload, group => group.Id, token);
        if (!groups.TryGet(out var named, out var fault)) return fault;
        var members = new Dictionary<long, SortedSet<string>>();
        foreach (var group in named)
        {
            if (group.Name is { Length: > 0 } name) Add(members, group.Users ?? [], name);
        }

        return members;
    }

    private async Task<SourceAnswer<List<T>>> AllAsync<T>(string list, JsonTypeInfo<ListPayload<T>> shape, Func<T, long?> id, CancellationToken token)
        where T : class
    {
        var all = new List<T>();
        var watch = new PageWatch();
        for (var page = 1L; ; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{list}&page={page}&pageSize={StackOverflowSource.PageSize}");
            var answer = await client.GetAsync(path, shape, token);
            if (!answer.TryGet(out var payload, out var fault)) return client.Faults.OfList(fault);
            var rows = (payload.Items ?? []).OfType<T>().ToList();
            if (watch.IsEndless(page, payload.TotalPages, rows is [var first, ..] ? id(first) : null, rows is [.., var last] ? id(last) : null)) return client.Faults.Endless(page);
            all.AddRange(rows);
            if (rows.Count == 0 || page >= (payload.TotalPages ?? page)) return all;
        }
    }

    private static void Add(Dictionary<long, SortedSet<string>> labels, IEnumerable<MemberPayload?> people, string label)
    {
        foreach (var number in people.Select(one => one?.Id).OfType<long>())
        {
            if (!labels.TryGetValue(number, out var set)) labels[number] = set = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
            set.Add(Lenient.Name(label));
        }
    }
}
