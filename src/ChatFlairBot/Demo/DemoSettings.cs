using System.Globalization;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Demo;

/// <summary>The settings of the demo, through the same reader as anybody's.</summary>
internal static class DemoSettings
{
    private const string Source = "sample";

    /// <summary>Blocks that one's own settings may bring along, to see the sample company in one's own chat.</summary>
    private static readonly string[] Welcome = ["Slack", "Teams", "Subscriptions", "Managers", "Logging"];

    /// <param name="site">The sample company's site.</param>
    /// <param name="isFast">Whether it is polled every two seconds.</param>
    /// <param name="port">The page's port.</param>
    /// <param name="folder">The database's folder.</param>
    /// <param name="own">One's own settings, of which a few blocks go over these.</param>
    public static IConfigurationRoot Make(Uri site, bool isFast, int port, string folder, IConfiguration own) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Http:Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "demo.db")}",
            ["Polling:Interval"] = isFast ? "00:00:02" : "00:00:30",
            ["Polling:Jitter"] = "00:00:00",
            ["Playground:Enabled"] = "true",
            ["Playground:Title"] = "Sample company",
            ["Playground:EverybodyIsManager"] = "true",
            ["Playground:Channels:0"] = "lounge",
            ["Playground:Channels:1"] = "managers",
            ["Managers:Notices:0"] = "Playground/managers",
            ["Privacy:SelfClaim"] = "true",
            ["Subscriptions:everybody:CardsPerDay"] = "0",
            [$"Sources:{Source}:Kind"] = "StackOverflow",
            [$"Sources:{Source}:Title"] = "Sample Stack",
            [$"Sources:{Source}:BaseUrl"] = site.AbsoluteUri,
            [$"Sources:{Source}:Token"] = SampleSite.Token,
            ["Subscriptions:everybody:Platform"] = "Playground",
            ["Subscriptions:everybody:Channel"] = "celebrations",
            ["Subscriptions:legends:Platform"] = "Playground",
            ["Subscriptions:legends:Channel"] = "legends",
            ["Subscriptions:legends:AtLeast"] = "5000",
        })
        .AddInMemoryCollection(own.AsEnumerable().Where(one => one.Value is not null && Welcome.Contains(one.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase)))
        .Build();

    /// <summary>Forgets an earlier demo: its company starts afresh too, and would be silent below its old marks.</summary>
    /// <exception cref="StoreException">Another demo still uses it, or it is no demo's.</exception>
    public static async Task RemoveDatabaseAsync(BotSettings settings, CancellationToken token)
    {
        var file = settings.Storage.Sqlite.File;
        if (!File.Exists(file)) return;
        // Opening it first takes the lock, which a running demo holds.
        using (var store = Hosting.BotParts.OpenStore(settings))
        {
            if ((await store.People.CountAsync(token)).Keys.Any(source => source != Source)) throw new StoreException($"'{file}' is not the database of a demo; it was left untouched. Give the demo another folder with --data.");
        }

        foreach (var part in (string[])["", "-wal", "-shm", ".mark"]) File.Delete(file + part);
    }
}
