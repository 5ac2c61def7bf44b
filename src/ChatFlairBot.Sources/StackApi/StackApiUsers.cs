using System.Globalization;
using System.Runtime.CompilerServices;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>Walks <c>/users</c> from the highest reputation down, as far as the quota of the day reaches.</summary>
internal sealed class StackApiUsers(StackApiClient client)
{
    public const string Method = "users";

    /// <summary>https://api.stackexchange.com/docs/paging</summary>
    private const int PageSize = 100;

    /// <summary>One step: the rows of a page, or the fault that ends the reading.</summary>
    /// <param name="Rows">Every row, readable or not.</param>
    /// <param name="Total">How many people there are in all, when the platform says.</param>
    /// <param name="Fault">Null while all is well.</param>
    internal sealed record Step(IReadOnlyList<ApiUser?> Rows, long? Total, SourceFault? Fault);

    /// <param name="minimum">Only people with so much reputation, or null for everybody.</param>
    /// <param name="token">Ends the reading; only this token makes it throw.</param>
    public async IAsyncEnumerable<Step> ReadAsync(long? minimum, [EnumeratorCancellation] CancellationToken token)
    {
        if (await MakeFilterAsync(token) is { } refused)
        {
            yield return new Step([], null, refused);
            yield break;
        }

        var watch = new PageWatch();
        for (var page = 1L; ; page++)
        {
            var step = await PageAsync(page, minimum, watch, token);
            yield return step.Page;
            if (!step.HasMore) yield break;
        }
    }

    private async Task<(Step Page, bool HasMore)> PageAsync(long page, long? minimum, PageWatch watch, CancellationToken token)
    {
        var from = minimum is { } least ? string.Create(CultureInfo.InvariantCulture, $"&min={least}") : "";
        var filter = client.Gate.TotalsFilter is { } totals ? $"&filter={Uri.EscapeDataString(totals)}" : "";
        var path = string.Create(CultureInfo.InvariantCulture, $"users?page={page}&pagesize={PageSize}&order=desc&sort=reputation{from}{filter}");
        var answer = await client.GetAsync(Method, client.Scoped(path), StackApiJson.Default.EnvelopeApiUser, token);
        if (!answer.TryGet(out var users, out var fault)) return End(client.Faults.OfList(fault));
        if (users.Items is not { } rows) return End(client.Faults.NoList());

        var pages = users.Total is { } total ? Math.Max(1, (total + PageSize - 1) / PageSize) : default(long?);
        if (watch.IsEndless(page, pages, rows is [{ } first, ..] ? first.Id : null, rows is [.., { } last] ? last.Id : null)) return End(client.Faults.Endless(page));
        var hasMore = users.HasMore ?? page < pages;
        if (hasMore && rows.Count > 0 && OutOfReach(page, pages) is { } beyond) return (new Step(rows, users.Total, beyond), false);
        return (new Step(rows, users.Total, null), hasMore && rows.Count > 0);

        static (Step, bool) End(SourceFault fault) => (new Step([], null, fault), false);
    }

    // Whatever the day does not have is not begun: half a list is worth nothing, and the next poll would find the quota gone.
    private SourceFault? OutOfReach(long page, long? pages)
    {
        var more = Math.Max(1, (pages ?? 0) - page);
        if (client.Site.IsAnonymous && page + more > StackApiSite.MostPagesAnonymous)
        {
            return new(
                SourceFaultKind.Incomplete,
                $"{client.Site.Root} shows {StackApiSite.MostPagesAnonymous} pages of {PageSize} people to whoever has no key, and there are more. Set Key, or a MinimumScore that fewer people reach.");
        }

        // And one for the names of badges.
        more++;
        return client.Quota is { } quota && quota.Left < more
            ? new(
                SourceFaultKind.Incomplete,
                $"{client.Site.Root} allows {quota.Left} more of {quota.Max?.ToString(CultureInfo.InvariantCulture) ?? "so many"} requests today, and this list needs {more}."
                + " Set a longer Interval, a higher MinimumScore, or a Key; tomorrow the count begins anew.")
            : null;
    }

    // https://api.stackexchange.com/docs/filters
    private async Task<SourceFault?> MakeFilterAsync(CancellationToken token)
    {
        if (client.Gate.IsFilterTried) return null;
        var answer = await client.GetAsync("filters/create", "filters/create?include=.total&base=default&unsafe=false", StackApiJson.Default.EnvelopeApiFilter, token);
        // A host without filters still says whether there are more pages; everything else would befall the list too.
        if (answer.Fault is { Kind: not (SourceFaultKind.WrongAddress or SourceFaultKind.UnknownPerson or SourceFaultKind.Malformed or SourceFaultKind.Forbidden) } fault) return fault;
        client.Gate.TotalsFilter = answer.Value?.Items is [{ Filter: { Length: > 0 } made }, ..] ? made : null;
        client.Gate.IsFilterTried = true;
        return null;
    }
}
