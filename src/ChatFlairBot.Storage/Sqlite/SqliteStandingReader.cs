using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IStandingReader"/>
internal sealed class SqliteStandingReader(SqliteDatabase database) : IStandingReader
{
    private const string Columns = "SELECT source.name, person.id, person.name, standing.score, person.link, person.avatar";

    /// <summary>From the best fit to the loosest. <c>!</c> follows the space in Unicode, so it ends the range of "ada …".</summary>
    private static readonly string[] Searches =
    [
        Search("named.folded = $1"),
        Search("named.folded >= $1 || ' ' AND named.folded < $1 || '!'"),
        Search("named.folded >= $1 AND named.folded < $1 || char(1114111)"),
        Search("named.folded >= $1 AND named.folded < $1 || char(1114111)", "name_part"),
    ];

    private readonly ScoreLadder.Shelf _ladders = new(database);

    public Task<RankedStanding?> FindAsync(PersonId person, CancellationToken token) => Task.FromResult(database.Read(reader => reader
        .Query(
            Columns
            + """
            , person.honours, person.groups, source.people, source.number
            FROM source JOIN person ON person.source = source.number JOIN standing ON standing.source = person.source AND standing.id = person.id
            WHERE source.name = $1 AND person.id = $2
            """,
            row => new RankedStanding(
                row.Standing(0) with { Honours = SqliteJson.Honours(row.Text(6)), Groups = SqliteJson.Texts(row.Text(7)) }, _ladders.Of(reader, row.GetInt64(9)).Above(row.GetInt64(3)) + 1, row.GetInt64(8)),
            person.Source,
            person.Number)
        .SingleOrDefault()));

    public Task<IReadOnlyList<Standing>> SearchAsync(string name, IReadOnlyList<string> sources, int most, CancellationToken token)
    {
        var folded = NameFolding.Fold(name);
        var among = new JsonArray([.. sources.Select(source => (JsonNode?)source)]).ToJsonString();
        if (folded.Length == 0) return Task.FromResult<IReadOnlyList<Standing>>([]);
        return Task.FromResult<IReadOnlyList<Standing>>(database.Read(reader => Searches
            .Select(search => reader.Query(search, Standing, folded, most, among))
            .FirstOrDefault(found => found.Count > 0) ?? []));
    }

    public Task<IReadOnlyList<Standing>> TopAsync(string source, int most, CancellationToken token) => Task.FromResult<IReadOnlyList<Standing>>(
        database.Read(reader => reader.Query(
            Columns
            + """
             FROM source CROSS JOIN standing ON standing.source = source.number
            JOIN person ON person.source = standing.source AND person.id = standing.id
            WHERE source.name = $1 ORDER BY standing.score DESC, standing.id LIMIT $2
            """,
            Standing,
            source,
            most)));

    public Task<Rarity> RarityAsync(Announcement announcement, CancellationToken token) => Task.FromResult(database.Read(reader => reader
        .Query(
            announcement.Key.Kind is MilestoneKey.ReputationKind
                ? "SELECT (SELECT COALESCE(SUM(people), 0) FROM score WHERE source = source.number AND score >= $2), people FROM source WHERE name = $1"
                : "SELECT (SELECT COUNT(*) FROM milestone WHERE milestone.source = source.number AND key = $2), people FROM source WHERE name = $1",
            row => new Rarity(row.GetInt64(0), row.GetInt64(1)),
            announcement.Standing.Person.Source,
            announcement.Key.Kind is MilestoneKey.ReputationKind ? announcement.Height : announcement.Key.ToString())
        .SingleOrDefault()));

    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken token) => Task.FromResult<IReadOnlyDictionary<string, long>>(
        database.Read(reader => reader.Query("SELECT name, people FROM source", row => (Name: row.GetString(0), People: row.GetInt64(1))))
            .ToDictionary(one => one.Name, one => one.People, StringComparer.OrdinalIgnoreCase));

    // The inner query lives on the index of names and the narrow half of the snapshot alone, and only who is shown is read in
    // full: reading the words of everybody who fits takes sixteen times as long. CROSS JOIN fixes the order in SQLite, and the
    // plus keeps it from reading everybody of a source instead of the names that fit (sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_).
    // Several words of one name may fit.
    private static string Search(string fits, string names = "person") =>
        $"""
        SELECT source.name, person.id, person.name, found.score, person.link, person.avatar
        FROM (
            SELECT {(names == "person" ? "" : "DISTINCT")} named.source, named.id, standing.score
            FROM {names} AS named CROSS JOIN standing ON standing.source = named.source AND standing.id = named.id
            WHERE {fits} AND +named.source IN (SELECT number FROM source WHERE name IN (SELECT value FROM json_each($3)))
            ORDER BY standing.score DESC, named.id LIMIT $2) AS found
        JOIN person ON person.source = found.source AND person.id = found.id
        JOIN source ON source.number = found.source
        ORDER BY found.score DESC, found.id
        """;

    private static Standing Standing(SqliteDataReader row) => row.Standing(0);
}
