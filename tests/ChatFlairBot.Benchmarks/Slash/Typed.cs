using System.Net;
using System.Text;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>A command that somebody types.</summary>
/// <param name="Kind">Which kind of command it is.</param>
/// <param name="Body">The form as Slack sends it, with an id and a response address of its own.</param>
/// <param name="Expected">What its answer says and no other does.</param>
/// <param name="Url">Where a late answer goes.</param>
internal sealed record Typed(string Kind, byte[] Body, string Expected, ResponseUrl Url)
{
    private const string Channel = "C01GENERAL1";

    public static IReadOnlyList<Typed> Commands(FakeSlack slack, Colleagues colleagues, SlackOrder order)
    {
        var random = new Random(order.Seed);
        var payloads = new SlackPayloads(slack);
        return [.. Enumerable.Range(0, order.Rate * order.Seconds).Select(_ => Make(payloads, slack.Acme, colleagues, random, order.Path == SlashBot.Constant))];
    }

    private static Typed Make(SlackPayloads payloads, FakeWorkspace workspace, Colleagues colleagues, Random random, bool isConstant)
    {
        var (kind, asker, text, expected) = Choose(colleagues, random);
        var (fields, url, _) = payloads.Command(workspace, Colleagues.User(asker), Channel, text);
        var form = string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode((string)field.Value!)}"));
        return new Typed(kind, Encoding.UTF8.GetBytes(form), isConstant ? ConstantReceiver.Name : expected, url);
    }

    /// <summary>Of a hundred commands 60 mention a member, 25 name somebody in full, 5 are about oneself, 4 a list, 3 for help, 3 for nobody there is.</summary>
    private static (string Kind, int Asker, string Text, string Expected) Choose(Colleagues colleagues, Random random)
    {
        var asker = Any(colleagues.Members, random);
        return random.Next(100) switch
        {
            < 60 => Mention(Any(colleagues.Members, random)),
            < 85 => Name(Any(colleagues.Others, random)),
            < 90 => Me(),
            < 94 => ("top", asker, "top", "Top 10 on"),
            < 97 => ("help", asker, "help", "/flair"),
            _ => ("nobody there is", asker, $"Nobody {SiteNames.Last(random.Next())}ski", "Nobody found"),
        };

        (string, int, string, string) Mention(int id) => ("mention", asker, $"<@{Colleagues.User(id)}|{SiteNames.First(id)}>", Has(id));
        (string, int, string, string) Name(int id) => ("full name", asker, SiteNames.Full(id), Has(id));

        (string, int, string, string) Me()
        {
            while (!Colleagues.IsLinked(asker)) asker = Any(colleagues.Members, random);
            return ("me", asker, "me", Has(asker));
        }
    }

    private static string Has(int id) => $"{SiteNames.Full(id)} has ";

    private static int Any(IReadOnlyList<int> ids, Random random) => ids[random.Next(ids.Count)];
}
