using System.Text;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Benchmarks.Messages;

/// <summary>A message that somebody writes to the bot in a channel.</summary>
/// <param name="Kind">Which kind of question it is.</param>
/// <param name="Body">The activity.</param>
/// <param name="Expected">What its answer says and no other does.</param>
/// <param name="Id">The message's, below which the answer comes.</param>
internal sealed record Written(string Kind, byte[] Body, string Expected, string Id) : Question(Kind, Body, Expected)
{
    public static IReadOnlyList<Written> Messages(FakeConnector teams, IReadOnlyList<FakeRoom> rooms, Colleagues colleagues, VendorOrder order)
    {
        var random = new Random(order.Seed);
        var activities = new TeamsActivities(teams);
        var members = teams.Guild.Members.ToDictionary(member => member.Id, StringComparer.Ordinal);
        return
        [
            .. Enumerable.Range(0, order.Rate * order.Seconds).Select(number =>
            {
                var choice = Choice.Make(colleagues, random, id => $"flair @{{{TeamsVerb.User(id)}}}", "subscribe");
                var activity = activities.Message(members[TeamsVerb.User(choice.Asker)], rooms[number % rooms.Count], $"@bot {choice.Text}");
                return new Written(choice.Kind, Encoding.UTF8.GetBytes(TeamsActivities.Write(activity)), order.IsConstant ? ConstantCard.Name : choice.Expected, (string)activity["id"]!);
            }),
        ];
    }
}
