using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>What people allow, and being forgotten.</summary>
internal sealed partial class SqliteMemberStore
{
    private const string OfPerson = "milestone IN (SELECT number FROM milestone WHERE source = $1 AND id = $2)";

    public Task<IReadOnlyDictionary<PersonId, Consent>> ConsentsAsync(IReadOnlyCollection<PersonId> people, CancellationToken token) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, Consent>>(database.Read(reader =>
        {
            var asked = people.Distinct().Select(one => (Person: one, Hash: hash.Of(one))).ToList();
            // One statement for all: a list asks for dozens of people.
            var said = reader
                .Query("SELECT person, wish FROM json_each($1) AS asked CROSS JOIN consent ON consent.person = asked.value", row => (Hash: row.GetString(0), Wish: row.GetString(1)), SqliteJson.Texts([.. asked.Select(one => one.Hash).Distinct(StringComparer.Ordinal)]))
                .ToDictionary(one => one.Hash, one => Enum.Parse<Consent>(one.Wish), StringComparer.Ordinal);
            return asked.Where(one => said.ContainsKey(one.Hash)).ToDictionary(one => one.Person, one => said[one.Hash]);
        }));

    public Task SetConsentAsync(IReadOnlyCollection<PersonId> people, Consent wish, DateTimeOffset at, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            foreach (var person in people)
            {
                Allow(writer, person, wish, isForgotten: false, at);
                if (wish is Consent.Share || SqliteSources.Find(writer, person.Source) is not { } source) continue;
                // What is on its way stops now, also inside a digest.
                writer.Execute(
                    $"""
                    UPDATE delivery SET state = 'Dropped', carrier = NULL, settled_at = $3, reason = 'They changed what they allow.'
                    WHERE {OfPerson} AND (state IN ('Waiting', 'Pending', 'Parked')
                        OR (state = 'Folded' AND carrier IN (SELECT number FROM delivery WHERE kind = 'digest' AND state IN ('Pending', 'Parked'))))
                    """,
                    source,
                    person.Number,
                    at.ToUnixTimeMilliseconds());
            }

            return people.Count;
        },
        token);

    public async Task ForgetAsync(MemberId member, IReadOnlyCollection<PersonId> people, DateTimeOffset at, CancellationToken token)
    {
        await database.WriteAsync(
            writer =>
            {
                foreach (var person in people)
                {
                    Allow(writer, person, Consent.Never, isForgotten: true, at);
                    if (SqliteSources.Find(writer, person.Source) is { } source) Forget(writer, source, person.Number);
                }

                // In each of the platform's workspaces, for they are the same everywhere.
                return writer.Execute("DELETE FROM member WHERE platform = $1 AND id = $2", member.Platform, member.Id);
            },
            token);
        foreach (var source in people.Select(one => one.Source).Distinct(StringComparer.OrdinalIgnoreCase)) polls.Reload(source);
    }

    private void Allow(SqliteSession writer, PersonId person, Consent wish, bool isForgotten, DateTimeOffset at) => writer.Execute(
        "INSERT OR REPLACE INTO consent (person, wish, is_forgotten, at) VALUES ($1, $2, $3, $4)", hash.Of(person), wish.ToString(), isForgotten ? 1 : 0, at.ToUnixTimeMilliseconds());

    private static void Forget(SqliteSession writer, long source, long id)
    {
        // Cards in channels are taken back, digests shown again without the line; what was not sent goes.
        writer.Execute($"UPDATE delivery SET amendment = 'Correct' WHERE state = 'Sent' AND number IN (SELECT carrier FROM delivery WHERE {OfPerson})", source, id);
        writer.Execute($"DELETE FROM delivery WHERE state != 'Sent' AND {OfPerson}", source, id);
        writer.Execute($"UPDATE delivery SET amendment = 'Retract', milestone = NULL WHERE {OfPerson}", source, id);
        writer.Execute("DELETE FROM milestone WHERE source = $1 AND id = $2", source, id);
        writer.Execute("DELETE FROM rise WHERE id = $2 AND poll IN (SELECT number FROM poll WHERE source = $1)", source, id);
        writer.Execute("DELETE FROM held_standing WHERE source = $1 AND id = $2", source, id);
        writer.Execute("DELETE FROM link WHERE source = $1 AND id = $2", source, id);
        using (var parts = new SqliteNameParts(writer, source)) parts.Delete(id);
        writer.Execute("DELETE FROM person WHERE source = $1 AND id = $2", source, id);
        var shown = writer.Query("SELECT score FROM standing WHERE source = $1 AND id = $2 AND score >= 0", row => row.GetInt64(0), source, id);
        writer.Execute("DELETE FROM standing WHERE source = $1 AND id = $2", source, id);
        if (shown.Count == 0) return;
        writer.HasMovedScores = true;
        writer.Execute("UPDATE score SET people = people - 1 WHERE source = $1 AND score = $2", source, shown[0]);
        writer.Execute("DELETE FROM score WHERE source = $1 AND people = 0", source);
        writer.Execute("UPDATE source SET people = people - 1 WHERE number = $1", source);
    }
}
