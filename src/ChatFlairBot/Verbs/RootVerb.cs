using System.CommandLine;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Verbs;

/// <summary>The command line: the verbs, and what they have in common.</summary>
internal static class RootVerb
{
    private const string Description =
        """
        Celebrates reputation milestones from your company's knowledge platform in the channels that asked for it.

        Try it without any account:   ChatFlairBot demo --fast
        Then write appsettings.json (see appsettings.sample.json), test it with 'check' and start with 'run'.

        Platforms, as Sources:NAME:Kind and what goes with it:
          StackOverflow  Enterprise           BaseUrl https://SITE.stackenterprise.co/api/v3, Token
          StackOverflow  Basic and Business   BaseUrl https://api.stackoverflowteams.com/v3, Team, Token
          StackOverflow  either with badges   BadgesFrom https://SITE.stackenterprise.co/api/2.3, Key; or https://api.stackoverflowteams.com/2.3
          StackExchange  a public site        BaseUrl https://api.stackexchange.com/2.3, Site, MinimumScore
          StackExchange  an older team        BaseUrl https://api.stackexchange.com/2.3, Site, Team, Token
          Starmind       a network            BaseUrl https://NETWORK.starmind.com/api/v1, Token

        Exit codes: 0 fine, 1 the work failed, 2 wrong settings or command line, 3 the database cannot be used.
        """;

    /// <summary>Longer than the host gives its loops to write down what is under way.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var settings = new Option<string?>("--settings", "-s")
        {
            Description = $"The settings file; without it {SettingsFile.DefaultName} in the current folder, if there is one. Environment variables (Sources__acme__Token) go over it.",
            HelpName = "FILE",
            Recursive = true,
        };
        var root = new RootCommand(Description)
        {
            settings, RunVerb.Make(settings), DemoVerb.Make(settings), CheckVerb.Make(settings), PollVerb.Make(settings), StatusVerb.Make(settings),
            QuarantineVerb.Make(settings), SimulateVerb.Make(settings), ManifestVerb.Make(settings),
        };
        root.SetAction((parsed, token) => RunVerb.RunAsync(parsed.GetValue(settings), token));

        var result = root.Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See: ChatFlairBot --help");
            return ExitCode.Usage;
        }

        return await GuardedAsync(() => result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestStop }));
    }

    /// <summary>One's own settings for the demo: only what was named, never a file that happens to lie there.</summary>
    public static IConfiguration LoadOwn(string? file) => SettingsFile.Load(file, Variables(), readsDefault: false);

    /// <summary>Whatever settings there are, for verbs that can do without any.</summary>
    public static IConfiguration LoadAny(string? file) => SettingsFile.Load(file, Variables());

    public static (BotSettings Settings, IConfigurationRoot Configuration) Load(string? file)
    {
        var configuration = SettingsFile.Load(file, Variables());
        var settings = SettingsFile.Read(configuration, BotParts.SourceKinds);
        return settings.Sources.Count > 0 ? (settings, configuration) : throw new SettingsException(
            [$"There is no source in {Path.GetFullPath(file ?? SettingsFile.DefaultName)} or the environment. Name one under Sources (appsettings.sample.json shows how), or try the bot without any account: ChatFlairBot demo"]);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Variables() => Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value));

    // Expected ends of the process are sentences, not stack traces.
    private static async Task<int> GuardedAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (SettingsException fault)
        {
            await Console.Error.WriteLineAsync(fault.Faults.Count == 1 ? "The settings have a fault:" : $"The settings have {fault.Faults.Count} faults:");
            foreach (var one in fault.Faults) await Console.Error.WriteLineAsync($"  - {one}");
            return ExitCode.Usage;
        }
        catch (StoreException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.Store;
        }
        catch (Exception fault) when (fault is System.Net.Sockets.SocketException || fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Cannot listen there: {fault.Message.TrimEnd('.')}. Set Http:Url to an address of this machine and a free port (demo: --port), or stop the program that uses it.");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; what was under way wrote nothing.");
            return ExitCode.Failed;
        }
    }
}
