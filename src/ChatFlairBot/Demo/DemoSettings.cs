using System.Globalization;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Demo;

/// <summary>The settings of the demo, through the same reader as anybody's.</summary>
internal static class DemoSettings
{
    public static IConfigurationRoot Make(Uri site, bool isFast, int port, string folder) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Http:Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder, "chatflair.db")}",
            ["Polling:Interval"] = isFast ? "00:00:02" : "00:00:30",
            ["Polling:Jitter"] = "00:00:00",
            ["Playground:Enabled"] = "true",
            ["Playground:Title"] = "Sample company",
            ["Sources:sample:Kind"] = "StackOverflow",
            ["Sources:sample:Title"] = "Sample Stack",
            ["Sources:sample:BaseUrl"] = site.AbsoluteUri,
            ["Sources:sample:Token"] = SampleSite.Token,
            ["Subscriptions:everybody:Platform"] = "Playground",
            ["Subscriptions:everybody:Channel"] = "celebrations",
            ["Subscriptions:legends:Platform"] = "Playground",
            ["Subscriptions:legends:Channel"] = "legends",
            ["Subscriptions:legends:AtLeast"] = "5000",
        })
        .Build();

    /// <summary>Forgets an earlier demo: its company starts afresh too, and would be silent below its old marks.</summary>
    /// <exception cref="StoreException">Another demo still uses it.</exception>
    public static void RemoveDatabase(BotSettings settings)
    {
        var file = settings.Storage.Sqlite.File;
        if (!File.Exists(file)) return;
        // Opening it first takes the lock, which a running demo holds.
        Hosting.BotParts.OpenStore(settings).Dispose();
        foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(file + part);
    }
}
