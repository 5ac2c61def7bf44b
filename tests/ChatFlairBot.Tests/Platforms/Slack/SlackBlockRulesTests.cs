using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>The limits of Block Kit, one by one.</summary>
public sealed class SlackBlockRulesTests
{
    private const string Divider = """{"type":"divider"}""";

    [Theory]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "must be a valid enum value: plain_text [json-pointer:/blocks/0/text/type]")]
    [InlineData("""{"type":"header"}""", "missing required field: text [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"%151"}}""", "must be less than 151 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"section"}""", "missing required field: text or fields [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":""}}""", "must be more than 0 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"%3001"}}""", "must be less than 3001 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""{"type":"section","fields":[{"type":"mrkdwn","text":"%2001"}]}""", "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"x"},"colour":"red"}""", "unknown field: colour [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"section","block_id":"%256","text":{"type":"mrkdwn","text":"x"}}""", "must be less than 256 characters [json-pointer:/blocks/0/block_id]")]
    [InlineData("""{"type":"context","elements":[]}""", "no fewer than 1 items [json-pointer:/blocks/0/elements]")]
    [InlineData("""{"type":"image","image_url":"https://example.com/a.png"}""", "missing required field: alt_text [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"image","alt_text":"a"}""", "must define either image_url or slack_file [json-pointer:/blocks/0]")]
    [InlineData("""{"type":"image","alt_text":"a","image_url":"http://127.0.0.1/a.png"}""", "downloading image failed [json-pointer:/blocks/0/image_url]")]
    [InlineData("""{"type":"image","alt_text":"a","image_url":"https://stack.internal/a.png"}""", "downloading image failed [json-pointer:/blocks/0/image_url]")]
    [InlineData("""{"type":"actions","elements":[{"type":"image"}]}""", "unsupported type: image [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"%76"}}]}""", "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"url":"nowhere"}]}""", "invalid url [json-pointer:/blocks/0/elements/0/url]")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"value":"%2001"}]}""", "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"x"},"value":"%151"}]}]}""", "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select"}]}""", "must define either options or option_groups [json-pointer:/blocks/0/elements/0]")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user"}]}]}""", "missing required field: user_id [json-pointer:/blocks/0/elements/0/elements/0]")]
    public void A_block_that_breaks_a_limit_is_named(string block, string fault)
    {
        var filled = System.Text.RegularExpressions.Regex.Replace(
            block, "%(?<n>[0-9]+)", size => new string('x', int.Parse(size.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture)),
            System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.Equal([fault], SlackBlockRules.ForMessage([JsonNode.Parse(filled)]));
    }

    [Fact]
    public void Names_are_unique_in_their_place()
    {
        var button = """{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}""";

        Assert.Equal(
            ["`action_id` \"a\" already exists [json-pointer:/blocks/0/elements]", "`block_id` \"b\" already exists [json-pointer:/blocks/1/block_id]"],
            SlackBlockRules.ForMessage([JsonNode.Parse($$"""{"type":"actions","block_id":"b","elements":[{{button}},{{button}}]}"""), JsonNode.Parse("""{"type":"divider","block_id":"b"}""")]));
    }

    [Fact]
    public void A_message_has_fifty_blocks_and_a_home_tab_a_hundred()
    {
        Assert.Empty(SlackBlockRules.ForMessage(Many(50)));
        Assert.Equal(["no more than 50 items allowed [json-pointer:/blocks]"], SlackBlockRules.ForMessage(Many(51)));
        Assert.Empty(SlackViewRules.Faults(new JsonObject { ["type"] = "home", ["blocks"] = Many(100) }, "home"));
        Assert.NotEmpty(SlackViewRules.Faults(new JsonObject { ["type"] = "home", ["blocks"] = Many(101) }, "home"));
    }

    [Fact]
    public void A_modal_has_a_short_title_and_a_button_for_its_inputs()
    {
        var modal = JsonNode.Parse($$$"""
            {"type":"modal","title":{"type":"plain_text","text":"{{{new string('x', 25)}}}"},"private_metadata":"{{{new string('x', 3_001)}}}","blocks":[
            {"type":"input","label":{"type":"plain_text","text":"Name"},"element":{"type":"plain_text_input","action_id":"name"}}]}
            """)!.AsObject();

        Assert.Equal(
            [
                "must be less than 25 characters [json-pointer:/view/title/text]", "must be less than 3001 characters [json-pointer:/view/private_metadata]",
                "`submit` is required when an input block is present [json-pointer:/view]",
            ],
            SlackViewRules.Faults(modal, "modal"));
    }

    private static JsonArray Many(int count) => new([.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse(Divider))]);
}
