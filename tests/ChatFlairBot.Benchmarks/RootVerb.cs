using System.CommandLine;
using ChatFlairBot.Benchmarks.Flood;
using ChatFlairBot.Benchmarks.Lookups;
using ChatFlairBot.Benchmarks.Messages;
using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Benchmarks.Slash;

namespace ChatFlairBot.Benchmarks;

/// <summary>The command line: the benchmarks, and the site that they poll.</summary>
internal static class RootVerb
{
    private const string Description =
        """
        Measures what the bot adds to the bare work of downloading and reading a site.

        Try:   dotnet run -c Release --project tests/ChatFlairBot.Benchmarks -- poll

        Exit codes: 0 every bar is met, 1 a bar is missed or a measurement failed.
        """;

    public static Task<int> RunAsync(string[] arguments)
    {
        WarnOfDebug();
        var root = new RootCommand(Description) { PollVerb.Make(), LookupVerb.Make(), SlashVerb.Make(), MessageVerb.Make(), FloodVerb.Make(), SlackVerb.Make(), TeamsVerb.Make(), SiteVerb.Make(), MeasureVerb.Make() };
        return root.Parse(arguments).InvokeAsync();
    }

    private static void WarnOfDebug()
    {
#if DEBUG
        Console.Error.WriteLine("!!! This is a Debug build: its figures mean nothing. Run it with -c Release.");
#endif
    }
}
