using System.Net;
using System.Text;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>A command that somebody types: a form with an id and a response address of its own.</summary>
/// <param name="Kind">Which kind of command it is.</param>
/// <param name="Body">The form.</param>
/// <param name="Expected">What its answer says and no other does.</param>
/// <param name="Url">Where a late answer goes.</param>
internal sealed record Typed(string Kind, byte[] Body, string Expected, ResponseUrl Url) : Question(Kind, Body, Expected)
{
    private const string Channel = "C01GENERAL1";

    public static IReadOnlyList<Typed> Commands(FakeSlack slack, Colleagues colleagues, VendorOrder order)
    {
        var random = new Random(order.Seed);
        var payloads = new SlackPayloads(slack);
        return [.. Enumerable.Range(0, order.Rate * order.Seconds).Select(_ => Make(payloads, slack.Acme, Choice.Make(colleagues, random, Mention, "/flair"), order.IsConstant))];
    }

    private static string Mention(int id) => $"<@{SlackVerb.User(id)}|{SiteNames.First(id)}>";

    private static Typed Make(SlackPayloads payloads, FakeWorkspace workspace, Choice choice, bool isConstant)
    {
        var (fields, url, _) = payloads.Command(workspace, SlackVerb.User(choice.Asker), Channel, choice.Text);
        var form = string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode((string)field.Value!)}"));
        return new Typed(choice.Kind, Encoding.UTF8.GetBytes(form), isConstant ? ConstantCard.Name : choice.Expected, url);
    }
}
