using System.Text.Encodings.Web;
using System.Text.Json;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Playground;

/// <summary>Each kind of card as the page gets it, held against an approved file. To accept a change: <c>APPROVE=1 bash tests/run</c>, and read the diff.</summary>
public sealed class PlaygroundPayloadTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CardMaker _cards = new(new MilestoneRules([new ReputationThresholdRule([1_000, 2_500])]), new Dictionary<string, string>(StringComparer.Ordinal) { ["acme"] = "Acme Stack" });

    [Fact]
    public Task A_milestone() => ApproveAsync(_cards.Milestone(new Announcement(7, MilestoneKey.Reputation(1_000), 1_000, ManualClock.Start, Mo(1_010))));

    [Fact]
    public Task A_flair() => ApproveAsync(_cards.Flair([new RankedStanding(Mo(1_010), 12, 1_240)]));

    [Fact]
    public Task A_leaderboard() => ApproveAsync(_cards.Top("acme", [Mo(12_345), Mo(1_010), Mo(1_010)]));

    [Fact]
    public async Task The_help()
    {
        using var bot = new SeededBot();
        var parts = new FlairParts(
            bot.Store, _cards, ["acme"], new Subscriptions([], bot.Store.Subscriptions), new Consents(bot.Store.Members, Consent.Share), bot.Rules, new FlairPolicy([], false, Announcer.Always), bot.Clock);
        var request = new FlairRequest(new Member(new MemberId("Playground", "default", "mo"), "Mo"), new ChannelAddress("Playground", "default", "general"), "help");
        await ApproveAsync((await new FlairCommands(parts).AnswerAsync(request, TestContext.Current.CancellationToken)).Card);
    }

    private static Standing Mo(long score) =>
        new(new PersonId("acme", 88), "Mo <Ops> O'Brien & Co", score, "https://stack.example.com/users/88", "javascript:alert(1)");

    private static Task ApproveAsync(Card card) => Approved.MatchAsync(
        JsonSerializer.SerializeToNode(PlaygroundCards.Render(card), PlaygroundJson.Default.CardPayload)!.ToJsonString(Readable),
        Path.Combine("Platforms", "Playground", "Approved", $"{card.Kind}.approved.json"));
}
