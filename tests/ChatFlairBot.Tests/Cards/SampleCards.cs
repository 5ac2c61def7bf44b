using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Cards;

/// <summary>A card of each kind as the bot makes it, of people with names that try something.</summary>
internal static class SampleCards
{
    public const string Hostile = "Mo <!channel> O'Brien & Co";

    private static readonly string[] Names =
        ["Ada Lindqvist", Hostile, "渡辺 さくら", "*Bo* _Dahl_ `x`", "ليلى حداد", "Grace <@U01ALICE001>", ":tada: Kim", "Jonas Weiß", "Zoë Ångström", "Nils"];

    private static readonly CardMaker Cards = new(
        new MilestoneRules([new ReputationThresholdRule([1_000, 2_500, 5_000])]),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["acme"] = "Acme Stack", ["starmind"] = "Starmind" });

    /// <summary>Each with the name of its approved file.</summary>
    public static IReadOnlyList<(string Name, Card Card)> All { get; } =
    [
        ("Milestone", Celebrated(Milestone(MilestoneKey.Reputation(1_000), 1_000, Person(1, 1_010), rarity: new Rarity(7, 1_240)), 3)),
        ("MilestoneWithoutPicture", Celebrated(Milestone(new MilestoneKey(MilestoneKey.BadgeKind, "gold:17"), 1, Person(4, 120) with { Avatar = "https://stack.acme.example/a.png" }, "Great Answer"), 0)),
        ("Flair", Cards.Flair([new RankedStanding(Expert(1, 1_010), 12, 1_240)])),
        ("FlairOfTwo", Cards.Flair([new RankedStanding(Expert(1, 1_010), 12, 1_240), new RankedStanding(Person(1, 320) with { Person = new PersonId("starmind", 9) }, 40, 300)])),
        ("Leaderboard", Cards.Top("acme", [.. Enumerable.Range(0, 10).Select(place => Person(place, 12_345 - (place / 2 * 1_111)))])),
        ("Digest", Cards.Digest([.. Enumerable.Range(0, 6).Select(at => Announce(MilestoneKey.Reputation(1_000), 1_000 * (at + 1), Person(at, 1_000 * (at + 1))))])),
        ("Notice", new Card(CardKind.Notice, "Nobody found", "Nobody found. I know nobody called “zzz”.") { Text = "I know nobody called “zzz”.\nOn Acme Stack somebody may be called otherwise: /flair top shows names." }),
        ("Settings", Settings),
        ("Why", Why),
        ("File", new Card(CardKind.Notice, "Everything I keep of you", "Everything I keep of you.") { Text = "As 1 person on the platforms that I watch.", Attachment = new("flair-export.json", "{\n  \"Member\": \"Slack/T1/U1\",\n  \"Name\": \"Mo <!channel> & Co\"\n}") }),
    ];

    public static Card Called(string name) => All.First(one => one.Name == name).Card;

    public static Card Settings => new(CardKind.Notice, "What this channel hears", "What this channel hears.")
    {
        Text = "A manager changes it: /flair subscribe and what is to change.",
        Facts =
        [
            new("Platforms", "all"), new("People", "of R ＆ D, ∗Ops∗"), new("Milestones", "all kinds; reputation from 1,000"), new("How often", "a digest a day at 09:30"),
            new("Quiet hours", "18:00–08:00"), new("Days", "Mon, Tue, Wed, Thu, Fri"), new("Time zone", "Europe/Berlin"), new("At most", "3 messages a day"),
        ],
    };

    private static Card Why => new(CardKind.Notice, "Why this card", "Why this card. What was seen, which rule found it, and what became of it in each channel.")
    {
        Text = "What was seen, which rule found it, and what became of it in each channel.",
        Rows =
        [
            new("", "1,000 reputation", "Acme Stack; rule reputation v1"), new("→", "C01GENERAL1", "posted as d-12-18c on 2026-03-02 09:00 UTC, 1 attempt"),
            new("→", "C02LEGENDS1", "not told: The channel asked for higher milestones only."), new("", "500 reputation", "Acme Stack; rule reputation v1"),
            new("–", "not celebrated", "A higher one was reached at the same time, or it was learned silently."),
        ],
    };

    public static async Task<Card> HelpAsync()
    {
        using var bot = new SeededBot();
        var parts = new FlairParts(
            bot.Store, Cards, ["acme"], new Subscriptions([], bot.Store.Subscriptions), new Consents(bot.Store.Members, Consent.Share), bot.Rules, new FlairPolicy([], false, Announcer.Always), bot.Clock);
        var request = new FlairRequest(new Member(new MemberId("Slack", "T1", "U1"), "Mo"), new ChannelAddress("Slack", "T1", "C1"), "help");
        return (await new FlairCommands(parts).AnswerAsync(request, TestContext.Current.CancellationToken)).Card;
    }

    private static Card Milestone(MilestoneKey key, long height, Standing standing, string? label = null, Rarity? rarity = null) => Cards.Milestone(Announce(key, height, standing) with { Label = label }, rarity);

    private static Announcement Announce(MilestoneKey key, long height, Standing standing) => new(7, key, height, ManualClock.Start, standing);

    private static Card Celebrated(Card card, int count) => card with
    {
        Actions = [new(CardActionKind.Congratulate, "d-12-18c", count), new(CardActionKind.Why, "d-12-18c"), new(CardActionKind.Settings, "d-12-18c")],
    };

    private static Standing Expert(int place, long score) => Person(place, score) with
    {
        Honours = new Honours { Level = 4, Badges = [new(BadgeRank.Gold, "1", "Great Answer"), new(BadgeRank.Silver, "2", "Guru")], Expertise = ["kubernetes", "c++", "<sql> & co"] },
    };

    private static Standing Person(int place, long score) =>
        new(new PersonId("acme", 80 + place), Names[place], score, $"https://stack.acme.example/users/{80 + place}", "https://i.sstatic.net/flair.png");
}
