using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IMemberStore"/>
internal sealed partial class SqliteMemberStore(SqliteDatabase database, SqlitePollStore polls, KeyedHash hash) : IMemberStore
{
    private const string IsMember = "member.platform = $1 AND member.workspace = $2 AND member.id = $3";

    public Task SeeAsync(Member member, CancellationToken token)
    {
        var name = database.Read(reader => reader.Query($"SELECT name FROM member WHERE {IsMember}", row => row.GetString(0), member.Id.Platform, member.Id.Workspace, member.Id.Id)).SingleOrDefault();
        return name == member.Name
            ? Task.CompletedTask
            : database.WriteAsync(writer => See(writer, member.Id, member.Name), token);
    }

    public Task<IReadOnlyList<Member>> NamedAsync(string platform, string workspace, string name, CancellationToken token) => Task.FromResult<IReadOnlyList<Member>>(
        database.Read(reader => reader.Query(
            "SELECT platform, workspace, id, name FROM member WHERE platform = $1 AND workspace = $2 AND folded = $3", Member, platform, workspace, NameFolding.Fold(name))));

    public Task<IReadOnlyList<MemberLink>> LinksAsync(MemberId member, CancellationToken token) => Task.FromResult<IReadOnlyList<MemberLink>>(
        database.Read(reader => reader.Query(
            $"""
            SELECT source.name, link.id, provenance, by, at FROM member JOIN link ON link.member = member.number JOIN source ON source.number = link.source
            WHERE {IsMember} ORDER BY at, source.name
            """,
            row => new MemberLink(new PersonId(row.GetString(0), row.GetInt64(1)), Enum.Parse<Provenance>(row.GetString(2)), row.GetString(3), row.Time(4)),
            member.Platform,
            member.Workspace,
            member.Id)));

    public Task<IReadOnlyList<Member>> MembersOfAsync(PersonId person, CancellationToken token) => Task.FromResult<IReadOnlyList<Member>>(
        database.Read(reader => reader.Query(
            """
            SELECT member.platform, member.workspace, member.id, member.name FROM link JOIN member ON member.number = link.member
            JOIN source ON source.number = link.source WHERE source.name = $1 AND link.id = $2 ORDER BY member.number
            """,
            Member,
            person.Source,
            person.Number)));

    public Task<IReadOnlyList<(PersonId Person, Provenance Provenance)>> MatchesAsync(Member member, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<(PersonId, Provenance)>>(database.Read(reader =>
        {
            var byId = member.ExternalId is { Length: > 0 } id ? People(reader, "external_id", id) : [];
            var byEmail = member.VerifiedEmail is { } email ? People(reader, "email_hash", hash.OfEmail(email)) : [];
            var strong = Single(byId).Select(one => (one, Provenance.ExternalId)).ToList();
            var known = strong.Select(one => one.one.Source).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return (List<(PersonId, Provenance)>)[.. strong, .. Single(byEmail).Where(one => !known.Contains(one.Source)).Select(one => (one, Provenance.Email))];
        }));

    public Task LinkAsync(MemberId member, MemberLink link, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            """
            INSERT INTO link (member, source, id, provenance, by, at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO UPDATE SET provenance = excluded.provenance, by = excluded.by, at = excluded.at
            """,
            See(writer, member, null),
            SqliteSources.FindOrAdd(writer, link.Person.Source),
            link.Person.Number,
            link.Provenance.ToString(),
            link.By,
            link.At.ToUnixTimeMilliseconds()),
        token);

    public Task<int> UnlinkAsync(MemberId member, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute($"DELETE FROM link WHERE member = (SELECT number FROM member WHERE {IsMember})", member.Platform, member.Workspace, member.Id), token);

    private static List<PersonId> People(SqliteSession reader, string column, string value) => reader.Query(
        $"SELECT source.name, id FROM person JOIN source ON source.number = person.source WHERE {column} = $1", row => new PersonId(row.GetString(0), row.GetInt64(1)), value);

    // Two people of one source with the same id or address: nobody can tell which of them it is.
    private static IEnumerable<PersonId> Single(IEnumerable<PersonId> people) =>
        people.GroupBy(one => one.Source, StringComparer.OrdinalIgnoreCase).Where(source => source.Count() == 1).Select(source => source.First());

    /// <returns>The member's number.</returns>
    private static long See(SqliteSession writer, MemberId member, string? name) => writer.Scalar<long>(
        """
        INSERT INTO member (platform, workspace, id, name, folded) VALUES ($1, $2, $3, COALESCE($4, $3), $5)
        ON CONFLICT (platform, workspace, id) DO UPDATE SET name = COALESCE($4, name), folded = CASE WHEN $4 IS NULL THEN folded ELSE $5 END RETURNING number
        """,
        member.Platform,
        member.Workspace,
        member.Id,
        name,
        NameFolding.Fold(name ?? member.Id));

    private static Member Member(SqliteDataReader row) => new(new MemberId(row.GetString(0), row.GetString(1), row.GetString(2)), row.GetString(3));
}
