namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Where the embedded store lives.</summary>
/// <param name="File">The database file; its folder is made when it is missing.</param>
/// <param name="MaxSizeMegabytes">The database never grows beyond this; 0 for no limit but the disk's.</param>
public sealed record SqliteOptions(string File, int MaxSizeMegabytes = 0);
