using ChatFlairBot.Core.Standings;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Reads columns in the shapes that this folder writes them.</summary>
internal static class SqliteColumns
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>A standing from six columns in a row: source name, id, name, score, link, avatar. Without a name it is of somebody who is not listed.</summary>
    public static Standing Standing(this SqliteDataReader row, int first) =>
        new(new PersonId(row.GetString(first), row.GetInt64(first + 1)), row.Text(first + 2) ?? "", row.IsDBNull(first + 3) ? 0 : row.GetInt64(first + 3), row.Text(first + 4), row.Text(first + 5))
        {
            IsListed = !row.IsDBNull(first + 2),
        };
}
