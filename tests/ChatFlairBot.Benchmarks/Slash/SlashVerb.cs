using System.CommandLine;
using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Slack;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary><c>slash</c>: what a colleague waits for after <c>/flair</c>, against the same endpoint that answers a constant; then while polls run.</summary>
internal static class SlashVerb
{
    /// <summary>The two take turns, so that a busy moment of the machine hits both.</summary>
    private const int SecondsOfTurn = 5;

    private const int WarmTurns = 3;

    public static Command Make()
    {
        var people = new Option<int>("--people") { Description = "How many people the snapshot holds.", DefaultValueFactory = _ => 100_000 };
        var rate = new Option<int>("--rate") { Description = "Commands a second.", DefaultValueFactory = _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "For how long in a round: commands, constants, and commands while polls run.", DefaultValueFactory = _ => 30 };
        var rounds = new Option<int>("--rounds") { Description = "How many rounds.", DefaultValueFactory = _ => 3 };
        var verb = new Command("slash", "Compare slash commands with the same endpoint answering a constant after the signature check, at rest; then send them while polls run.") { people, rate, seconds, rounds };
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(people), parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(rounds), token));
        return verb;
    }

    private static async Task<int> RunAsync(int people, int rate, int seconds, int rounds, CancellationToken token)
    {
        using var folder = new DataFolder();
        await using var site = await SiteProcess.StartAsync(people, token);
        using var clock = new SiteClock(site.Root);
        using var polled = new Polled(site.Root, folder.Database);
        await polled.RunAsync(token);
        await clock.AdvanceAsync(1, token);
        await polled.RunAsync(token);
        await LinkAsync(polled.Store.Members, people, token);
        await using var slack = await SlackProcess.StartAsync(people, token);
        await using var bot = await SlashBot.StartAsync(polled.Store, polled.File, site.Root, slack.Welcome, token);

        var seed = 0;
        // Warm: every member was asked for, every method compiled.
        for (var turn = 0; turn < WarmTurns; turn++)
        {
            await SendAsync(SlashBot.Constant, SecondsOfTurn);
            await SendAsync(SlashBot.Commands, SecondsOfTurn);
        }

        var report = new List<SlashRound>();
        for (var round = 0; round < rounds; round++)
        {
            var (constant, commands) = (new List<SlackOutcome>(), new List<SlackOutcome>());
            for (var left = seconds; left > 0; left -= SecondsOfTurn)
            {
                constant.Add(await SendAsync(SlashBot.Constant, Math.Min(left, SecondsOfTurn)));
                commands.Add(await SendAsync(SlashBot.Commands, Math.Min(left, SecondsOfTurn)));
            }

            var busy = SendAsync(SlashBot.Commands, seconds);
            var polls = 0;
            // The site turns between two states that are written ahead, 1 % of the people apart: its own work hardly shows.
            for (; !busy.IsCompleted; polls++)
            {
                await clock.TurnAsync(token);
                await Task.Run(() => polled.RunAsync(token), token);
            }

            report.Add(new SlashRound(SlackOutcome.Sum(constant), SlackOutcome.Sum(commands), await busy, polls));
        }

        return SlashReport.Print(people, rate, report);

        Task<SlackOutcome> SendAsync(string path, int length) => slack.SendAsync(new SlackOrder(new Uri(bot.Address, path), path, rate, length, ++seed), token);
    }

    private static async Task LinkAsync(IMemberStore members, int people, CancellationToken token)
    {
        foreach (var id in Colleagues.Of(people).Linked)
        {
            var member = new MemberId(SlackOptions.Platform, ChannelAddress.DefaultWorkspace, Colleagues.User(id));
            await members.LinkAsync(member, new MemberLink(new PersonId(Polled.Source, id), Provenance.Manager, "benchmark", TimeProvider.System.GetUtcNow()), token);
        }
    }
}
