using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Tests.Fakes.Teams;
using ChatFlairBot.Tests.Platforms.Teams;

namespace ChatFlairBot.Benchmarks.Messages;

/// <summary><c>teams</c>: a team whose members are people of the site, and who write to the bot when they are told to.</summary>
internal static class TeamsVerb
{
    public const string Name = "teams";

    /// <summary>So many that none of them is asked in more often than a conversation takes answers.</summary>
    private const int Channels = 400;

    public static Command Make()
    {
        var people = new Option<int>("--people") { Required = true };
        var verb = new Command(Name, "Used by message.") { people };
        verb.Hidden = true;
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(people), token));
        return verb;
    }

    /// <summary>Teams' id of a member.</summary>
    public static string User(int id) => string.Create(CultureInfo.InvariantCulture, $"29:1member{id:D10}");

    private static async Task<int> RunAsync(int people, CancellationToken token)
    {
        var arrivals = new ConcurrentDictionary<string, (long At, string Text)>(StringComparer.Ordinal);
        await using var teams = await FakeConnector.StartAsync(TimeProvider.System);
        // More is asked than a tenant takes answers.
        teams.Limits.AreOn = false;
        teams.Script.Choose = call =>
        {
            // Below the question, or to the asker alone in its thread.
            if (call.Operation is ConnectorOperations.Reply or ConnectorOperations.Send) arrivals.TryAdd(call.Operation is ConnectorOperations.Reply ? call.Other : call.Root ?? "", (Stopwatch.GetTimestamp(), call.Text));
            return null;
        };
        var colleagues = Colleagues.Of(people);
        teams.Guild.Members.AddRange(colleagues.Members.Select(Member));
        var welcome = new VendorWelcome(TeamsRun.Settings(teams).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal))
        {
            Authority = teams.Identity.Authority.Root.ExportCertificatePem(), Workspace = teams.Guild.Id,
        };
        await VendorPart.PlayAsync(
            welcome,
            async order =>
            {
                var headers = $"Content-Type: application/json; charset=utf-8\r\nAuthorization: {teams.Identity.Inbound.Make(teams.ServiceUrl.AbsoluteUri)}\r\n";
                using var crowd = new Crowd(order.Bot, _ => headers);
                var rooms = teams.Guild.AddChannels(Channels);
                var sent = crowd.Send(Written.Messages(teams, rooms, colleagues, order), order.Rate);
                var outcome = await new Reading(teams, arrivals).ReadAsync(sent, token);
                teams.Guild.Channels.RemoveAll(rooms.Contains);
                teams.Forget();
                arrivals.Clear();
                return outcome with { Connections = crowd.Connections };
            },
            token);
        return 0;
    }

    private static FakeMember Member(int id)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"member{id}@contoso.example");
        return new FakeMember(User(id), SiteNames.Full(id), string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{id:D12}")) { Email = address, UserPrincipalName = address };
    }
}
