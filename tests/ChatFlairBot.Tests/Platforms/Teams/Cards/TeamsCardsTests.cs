using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Tests.Cards;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Teams.Cards;

/// <summary>Each kind of card as Teams gets it, held against an approved file. To accept a change: <c>APPROVE=1 bash tests/run</c>, and read the diff.</summary>
public sealed class TeamsCardsTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TeamsCards _cards = new();

    public static TheoryData<string> Samples { get; } = [.. SampleCards.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public Task A_card(string name) => ApproveAsync(_cards.Content(SampleCards.Called(name)), name);

    [Fact]
    public async Task The_help() => await ApproveAsync(_cards.Content(await SampleCards.HelpAsync()), "Help");

    [Fact]
    public Task What_a_channel_reads_first() => ApproveAsync(HelloCard.Build(_cards, "19:general@thread.tacv2", SampleCards.Hostile), "Hello");

    [Fact]
    public Task A_message() => Approved.MatchAsync(_cards.Message(SampleCards.Called("Milestone")).ToJsonString(Readable), Approval("Message"));

    [Fact]
    public Task A_link_unfurled() => Approved.MatchAsync(_cards.Unfurled(SampleCards.Called("Flair")).ToJsonString(Readable), Approval("Unfurled"));

    [Fact]
    public Task A_result_of_a_search() => Approved.MatchAsync(_cards.Result(SampleCards.Called("Flair")).ToJsonString(Readable), Approval("Result"));

    private static Task ApproveAsync(JsonObject content, string name)
    {
        AdaptiveRules.Check(content);
        return Approved.MatchAsync(content.ToJsonString(Readable), Approval(name));
    }

    private static string Approval(string name) => Path.Combine("Platforms", "Teams", "Approved", $"{name}.approved.json");
}
