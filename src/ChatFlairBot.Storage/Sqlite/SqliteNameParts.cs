namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Keeps the later words of people's names beside their names, within the caller's transaction: a last name is looked up and not searched for.</summary>
internal sealed class SqliteNameParts(SqliteSession writer, long source) : IDisposable
{
    private readonly SqliteBulk _insert = writer.Bulk("INSERT INTO name_part (folded, source, id) VALUES ($1, $2, $3)");

    private readonly SqliteBulk _delete = writer.Bulk("DELETE FROM name_part WHERE folded = $1 AND source = $2 AND id = $3");

    /// <summary>Before a person's row is written.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="folded">Their name as it is compared.</param>
    public void Write(long id, string folded)
    {
        var before = Known(id);
        // Words change more often than names.
        if (before == folded) return;
        foreach (var part in Parts(before)) _delete.Bind(part).Bind(source).Bind(id).Run();
        foreach (var part in Parts(folded)) _insert.Bind(part).Bind(source).Bind(id).Run();
    }

    /// <summary>Before a person's row is deleted.</summary>
    public void Delete(long id)
    {
        foreach (var part in Parts(Known(id))) _delete.Bind(part).Bind(source).Bind(id).Run();
    }

    /// <summary>After many rows were written without it: all parts of the source anew, in their order, which is several times faster.</summary>
    public void Rebuild()
    {
        writer.Execute("DELETE FROM name_part WHERE source = $1", source);
        writer.Execute(
            """
            WITH RECURSIVE part (folded, id) AS (
                SELECT substr(folded, instr(folded, ' ') + 1), id FROM person WHERE source = $1 AND instr(folded, ' ') > 0
                UNION ALL SELECT substr(folded, instr(folded, ' ') + 1), id FROM part WHERE instr(folded, ' ') > 0)
            INSERT INTO name_part (folded, source, id) SELECT folded, $1, id FROM part ORDER BY folded, id
            """,
            source);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }

    private string? Known(long id) =>
        writer.Query("SELECT folded FROM person WHERE source = $1 AND id = $2", row => row.GetString(0), source, id).SingleOrDefault();

    private static IEnumerable<string> Parts(string? folded)
    {
        for (var space = folded?.IndexOf(' ', StringComparison.Ordinal) ?? -1; space >= 0; space = folded!.IndexOf(' ', space + 1)) yield return folded![(space + 1)..];
    }
}
