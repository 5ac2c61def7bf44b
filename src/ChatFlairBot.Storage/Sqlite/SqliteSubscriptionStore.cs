using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="ISubscriptionStore"/>
internal sealed class SqliteSubscriptionStore(SqliteDatabase database) : ISubscriptionStore
{
    private const string InChannel = "platform = $1 AND workspace = $2 AND channel = $3";

    public Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<Subscription>>(
        database.Read(reader => reader.Query(
            "SELECT platform, workspace, channel, wish, owner FROM subscription ORDER BY platform, workspace, channel",
            row => Subscription(row.Channel(0), SqliteJson.Wish(row.GetString(3)), row.GetString(4)))));

    public Task SaveAsync(Subscription subscription, DateTimeOffset at, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            """
            INSERT INTO subscription (platform, workspace, channel, wish, owner, created_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO UPDATE SET wish = excluded.wish, owner = excluded.owner
            """,
            subscription.Channel.Platform,
            subscription.Channel.Workspace,
            subscription.Channel.Channel,
            SqliteJson.Wish(Row(subscription)),
            subscription.Owner?.Id ?? "",
            at.ToUnixTimeMilliseconds()),
        token);

    public Task<bool> RemoveAsync(ChannelAddress channel, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute($"DELETE FROM subscription WHERE {InChannel}", channel.Platform, channel.Workspace, channel.Channel) > 0, token);

    public Task<IReadOnlyList<ChannelPause>> PausesAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<ChannelPause>>(
        database.Read(reader => reader.Query("SELECT platform, workspace, channel, until, by FROM pause", row => new ChannelPause(row.Channel(0), row.Time(3), row.GetString(4)))));

    public Task PauseAsync(ChannelPause pause, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            "INSERT OR REPLACE INTO pause (platform, workspace, channel, until, by) VALUES ($1, $2, $3, $4, $5)",
            pause.Channel.Platform,
            pause.Channel.Workspace,
            pause.Channel.Channel,
            pause.Until.ToUnixTimeMilliseconds(),
            pause.By),
        token);

    public Task<bool> ResumeAsync(ChannelAddress channel, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute($"DELETE FROM pause WHERE {InChannel}", channel.Platform, channel.Workspace, channel.Channel) > 0, token);

    private static WishRow Row(Subscription one)
    {
        var (terms, hours) = (one.Terms, one.Terms.Hours);
        return new WishRow(
            one.Sources, one.Groups, one.Kinds, one.AtLeast, one.Thresholds, terms.Pace, terms.DigestAt, terms.DigestOn, hours.Zone.Id, hours.Quiet?.From, hours.Quiet?.Until, [.. hours.WorkingDays], terms.CardsPerDay);
    }

    private static Subscription Subscription(ChannelAddress channel, WishRow row, string owner)
    {
        // A zone that this machine does not know (any more) must not stop the others.
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(row.Zone, out var found) ? found : TimeZoneInfo.Utc;
        var quiet = row is { QuietFrom: { } from, QuietUntil: { } until } ? new QuietHours(from, until) : null;
        var hours = new ChannelHours(zone, quiet, row.WorkingDays.ToHashSet());
        return new Subscription(channel.Channel, channel, new Terms(row.Pace, row.DigestAt, row.DigestOn, hours, row.CardsPerDay))
        {
            Sources = row.Sources,
            Groups = row.Groups,
            Kinds = row.Kinds,
            AtLeast = row.AtLeast,
            Thresholds = row.Thresholds,
            Owner = new MemberId(channel.Platform, channel.Workspace, owner),
        };
    }
}
