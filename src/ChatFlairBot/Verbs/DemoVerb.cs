using System.CommandLine;
using System.Globalization;
using ChatFlairBot.Demo;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;

namespace ChatFlairBot.Verbs;

/// <summary><c>demo</c>: the whole bot against a sample company in the same process, over real HTTP, with nothing to configure.</summary>
internal static class DemoVerb
{
    private const int DefaultPort = 5080;

    public static Command Make(Option<string?> settings)
    {
        var fast = new Option<bool>("--fast") { Description = "Poll every two seconds, so that cards arrive within seconds; without it every half minute." };
        var port = new Option<int>("--port") { Description = "The page's port on this machine.", HelpName = "PORT", DefaultValueFactory = _ => DefaultPort };
        var data = new Option<string>("--data") { Description = "The folder for the demo's database, made anew at each start.", HelpName = "FOLDER", DefaultValueFactory = _ => Path.Combine("data", "demo") };
        var people = new Option<int>("--people") { Description = "How many people the sample company has.", HelpName = "COUNT", DefaultValueFactory = _ => 200 };
        port.Validators.Add(result => Within(result, port, 1, 65_535));
        people.Validators.Add(result => Within(result, people, 1, 100_000));
        var verb = new Command("demo", "Try the bot: a sample company whose people keep earning, and a chat page to watch. No account, no network, no settings. With --settings, or variables such as Slack__BotToken, it speaks in your own Slack too.")
        {
            fast, port, data, people,
        };
        verb.SetAction((parsed, token) =>
            RunAsync(RootVerb.LoadOwn(parsed.GetValue(settings)), parsed.GetValue(fast), parsed.GetValue(port), parsed.GetValue(data)!, new SampleCompany(parsed.GetValue(people), seed: 7), token));
        return verb;
    }

    private static async Task<int> RunAsync(IConfiguration own, bool isFast, int port, string folder, SampleCompany company, CancellationToken token)
    {
        var time = TimeProvider.System;
        await using var site = await SampleSite.StartAsync(company, time);
        var configuration = DemoSettings.Make(site.Address, isFast, port, folder, own);
        var settings = SettingsFile.Read(configuration, BotParts.SourceKinds);
        await DemoSettings.RemoveDatabaseAsync(settings, token);
        using var store = BotParts.OpenStore(settings);
        await using var application = BotApplication.Build(settings, configuration, store, time, services =>
            services.AddHostedService(_ => new EarningLoop(company, isFast ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(2), time)));
        await BotApplication.StartAsync(application, token);
        await Console.Out.WriteLineAsync($"The demo runs. Open {settings.Http.Url!.AbsoluteUri} and type /flair @ada. Stop it with Ctrl+C.");
        await application.WaitForShutdownAsync(token);
        return ExitCode.Ok;
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, Option<int> option, int least, int most)
    {
        // What is no number at all is refused by the parser itself.
        if (result.Tokens is [var typed] && int.TryParse(typed.Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most)) result.AddError($"{option.Name} is from {least} to {most}.");
    }
}
