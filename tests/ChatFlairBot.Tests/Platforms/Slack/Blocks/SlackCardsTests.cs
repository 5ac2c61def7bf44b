using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Tests.Cards;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

/// <summary>Each kind of card as Slack gets it, held against an approved file. To accept a change: <c>APPROVE=1 bash tests/run</c>, and read the diff.</summary>
public sealed class SlackCardsTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SlackCards _cards = new();

    public static TheoryData<string> Samples { get; } = [.. SampleCards.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public Task A_card(string name) => ApproveAsync(SampleCards.All.First(one => one.Name == name).Card, name);

    [Fact]
    public async Task The_help() => await ApproveAsync(await SampleCards.HelpAsync(), "Help");

    [Fact]
    public void The_text_beside_the_blocks_tells_it_all_and_mentions_nobody()
    {
        var card = new Card(CardKind.Milestone, "Mo", "Mo <!channel> & <@U1|x>\nreached 1,000 reputation.");
        Assert.Equal("Mo &lt;!channel&gt; &amp; &lt;@U1|x&gt; reached 1,000 reputation.", _cards.Of(card).Text);
        Assert.Equal("Mo", _cards.Of(card with { Summary = "\u200B" }).Text);
        Assert.Equal("ChatFlairBot", _cards.Of(new Card(CardKind.Help, "", "")).Text);
        Assert.EndsWith("&amp;…", _cards.Of(card with { Summary = new string('&', 5_000) }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_stands_in_no_text_that_Slack_formats()
    {
        var formatted = SampleCards.All.SelectMany(one => Texts(_cards.Of(one.Card).Blocks)).Where(text => (string?)text["type"] == "mrkdwn").Select(text => (string)text["text"]!);
        Assert.All(formatted, text => Assert.Matches(@"^\*[\w ]+\*\n[^*_~`<>&@]+$", text));
    }

    [Theory]
    [InlineData("18:00–08:00", "mrkdwn")]
    [InlineData("of *Ops*", "plain_text")]
    [InlineData(":tada:", "plain_text")]
    [InlineData("R & D", "plain_text")]
    [InlineData("<!here>", "plain_text")]
    public void A_value_is_bold_labelled_where_it_means_nothing_to_Slack(string value, string type)
    {
        var card = new Card(CardKind.Notice, "Title", "Summary") { Facts = [new("Label", value)] };
        Assert.Equal(type, (string?)_cards.Of(card).Blocks[1]!["fields"]![0]!["type"]);
    }

    [Fact]
    public void A_long_board_loses_its_links_first_and_says_what_is_missing()
    {
        var rows = Enumerable.Range(1, 40).Select(place => new CardRow($"{place}", $"Somebody with a name as people have it {place}", "12,345", new Uri($"https://stack.acme.example/users/{place}/somebody-with-a-name-as-people-have-it")));
        var board = new Card(CardKind.Leaderboard, "Top 40", "Top 40") { Rows = [.. rows] };
        var message = _cards.Of(board);
        Assert.DoesNotContain("\"link\"", message.BlocksText, StringComparison.Ordinal);
        Assert.Contains("as people have it 40", message.BlocksText, StringComparison.Ordinal);
        Assert.Equal(2, message.Blocks.Count);

        var longer = _cards.Of(board with { Rows = [.. board.Rows.Select(row => row with { Value = new string('x', 300) })] });
        Assert.Matches("[0-9]+ more do not fit into one message", longer.BlocksText);
    }

    [Fact]
    public void A_title_too_long_for_a_headline_is_said_in_full_below_it()
    {
        var title = $"Mo earned the gold badge “{new string('x', 200)}”";
        var blocks = _cards.Of(new Card(CardKind.Milestone, title, title)).Blocks;
        Assert.Equal(150, ((string)blocks[0]!["text"]!["text"]!).Length);
        Assert.Equal(title, (string?)blocks[1]!["text"]!["text"]);
    }

    [Fact]
    public void A_file_that_is_too_long_is_cut_and_says_so()
    {
        var card = new Card(CardKind.Notice, "Yours", "Yours") { Attachment = new("flair-export.json", string.Concat(Enumerable.Repeat("{\n  \"Name\": \"渡辺\"\n}\n", 2_000))) };
        var message = _cards.Of(card);
        BlockRules.CheckMessage(message);
        Assert.Matches(@"flair-export\.json: the first [5-8],[0-9]+ of [0-9,]+ characters", message.BlocksText);
    }

    [Fact]
    public void Every_button_says_which_card_it_is_about_and_one_without_a_card_is_left_out()
    {
        var card = SampleCards.All[0].Card;
        var buttons = _cards.Of(card).Blocks[^1]!["elements"]!.AsArray();
        Assert.Equal(["flair_congratulate", "flair_open", "flair_why", "flair_settings"], buttons.Select(one => (string?)one!["action_id"]));
        Assert.Equal("👏 Congratulate · 3", (string?)buttons[0]!["text"]!["text"]);
        Assert.Equal("Congratulate; 3 colleagues did already", (string?)buttons[0]!["accessibility_label"]);
        Assert.Equal("d-12-18c", (string?)buttons[0]!["value"]);

        var without = _cards.Of(card with { Link = null, Actions = [new(CardActionKind.Why, ""), new(CardActionKind.Congratulate, new string('d', 101))] });
        Assert.DoesNotContain(without.Blocks, block => (string?)block!["type"] == "actions");
    }

    private static IEnumerable<JsonObject> Texts(JsonNode node) => node switch
    {
        JsonObject one => one.Select(field => field.Value).OfType<JsonNode>().SelectMany(Texts).Append(one),
        JsonArray all => all.OfType<JsonNode>().SelectMany(Texts),
        _ => [],
    };

    private Task ApproveAsync(Card card, string name)
    {
        BlockRules.CheckMessage(_cards.Of(card));
        return Approved.MatchAsync(_cards.Render(card).ToJsonString(Readable), Path.Combine("Platforms", "Slack", "Approved", $"{name}.approved.json"));
    }
}
