using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Announcements as statements select them.</summary>
internal static class SqliteRows
{
    /// <summary>Read by <see cref="Announcement"/>.</summary>
    public const string AnnouncementColumns =
        "milestone.number, milestone.key, milestone.height, milestone.reached_at, milestone.label, "
        + "source.name, milestone.id, person.name, standing.score, person.link, person.avatar, person.groups";

    /// <summary>How many columns they are.</summary>
    public const int AnnouncementWidth = 12;

    /// <summary>Whoever is hidden has no row of words, and everybody together is no person.</summary>
    public const string AnnouncementJoins =
        """
         JOIN source ON source.number = milestone.source
        LEFT JOIN person ON person.source = milestone.source AND person.id = milestone.id
        LEFT JOIN standing ON standing.source = milestone.source AND standing.id = milestone.id

        """;

    public static Announcement Announcement(this SqliteDataReader row) =>
        new(row.GetInt64(0), MilestoneKey.Parse(row.GetString(1)), row.GetInt64(2), row.Time(3), row.Standing(5) with { Groups = SqliteJson.Texts(row.Text(11)) })
        {
            Label = row.Text(4),
        };

    public static ChannelAddress Channel(this SqliteDataReader row, int first) => new(row.GetString(first), row.GetString(first + 1), row.GetString(first + 2));
}
