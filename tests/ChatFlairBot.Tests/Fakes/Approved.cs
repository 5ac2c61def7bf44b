namespace ChatFlairBot.Tests.Fakes;

/// <summary>Holds what people will see against a file that somebody has read and approved.</summary>
internal static class Approved
{
    /// <param name="actual">What is made now.</param>
    /// <param name="file">The approved file, from the test project's folder.</param>
    public static async Task MatchAsync(string actual, string file)
    {
        var path = Path.Combine(Repository.Root, "tests", "ChatFlairBot.Tests", file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, actual + "\n", TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(path), $"Nothing is approved for {file} yet. Run APPROVE=1 bash tests/run, read the new file and commit it.");
        Assert.Equal((await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).TrimEnd(), actual);
    }
}
