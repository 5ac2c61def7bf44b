using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Platforms.Teams.Inbound;

namespace ChatFlairBot.Tests.Platforms.Teams;

public sealed class TeamsMentionsTests
{
    private const string Bot = "28:3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10";

    [Theory]
    [InlineData("message-channel-two-mentions", "flair <at id=\"29:1tOmAsOkAfOr0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-b\">Tomás Okafor</at>")]
    [InlineData("message-channel-split-mention", "flair <at id=\"29:1yUkIbRaNdTsAtO0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ-c\">Yuki Brandt-Sato</at>")]
    [InlineData("message-channel-bot-mention-only", "help")]
    [InlineData("message-targeted-slash", "flair <at id=\"29:1tOmAsOkAfOr0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-b\">Tomás Okafor</at>")]
    [InlineData("message-personal", "flair tomas.okafor@contoso.example")]
    public void Fixtures_become_lines_of_the_command_language(string fixture, string text) => Assert.Equal(text, TeamsMentions.Read(Activity(TeamsFixtures.Read(fixture))).Text);

    [Theory]
    [InlineData("<at>Bot</at> <at>Ada</at>", "<at id=\"29:a\">Ada</at>")]
    [InlineData("<at>Ada</at> and <at>Ada</at>", "<at id=\"29:a\">Ada</at> and <at id=\"29:a\">Ada</at>")]
    [InlineData("<at>Ada</at> <at>Lovelace</at>, <at>Bob</at>", "<at id=\"29:a\">Ada Lovelace</at>, <at id=\"29:b\">Bob</at>")]
    [InlineData("link <at>Ada</at> to <at>Nobody</at>", "link <at id=\"29:a\">Ada</at> to ‹at>Nobody‹/at>")]
    [InlineData("&lt;at id=\"29:b\"&gt;Bob&lt;/at&gt; a &amp; b&nbsp;c", "‹at id=\"29:b\">Bob‹/at> a & b c")]
    [InlineData("<at>General</at> top", "General top")]
    [InlineData("<at>Bot</at>", "")]
    public void Who_is_mentioned_stands_beside_the_text_and_nowhere_else(string written, string text)
    {
        (string Id, string Name)[] known = [(Bot, "Bot"), ("29:a", "Ada"), ("29:a", "Lovelace"), ("29:b", "Bob"), ("19:c@thread.tacv2", "General")];
        var mentions = new JsonArray();
        for (var at = written.IndexOf("<at>", StringComparison.Ordinal); at >= 0; at = written.IndexOf("<at>", at + 1, StringComparison.Ordinal))
        {
            var shown = written[at..(written.IndexOf("</at>", at, StringComparison.Ordinal) + 5)];
            if (known.FirstOrDefault(one => shown == $"<at>{one.Name}</at>") is { Id: not null } one) mentions.Add(new JsonObject { ["type"] = "mention", ["text"] = shown, ["mentioned"] = new JsonObject { ["id"] = one.Id, ["name"] = one.Name } });
        }

        var activity = TeamsFixtures.Read("message-personal").AsObject();
        (activity["text"], activity["entities"]) = (written, mentions);
        Assert.Equal(text, TeamsMentions.Read(Activity(activity)).Text);
    }

    [Fact]
    public void The_id_beside_a_name_is_read_with_it()
    {
        var command = Assert.IsType<FlairCommand.Link>(FlairLanguage.Parse("link <at id=\"29:1a-b_c\">Ada Lovelace</at> to <at id=\"29:2\">Bob</at>").Command);
        Assert.Equal(new Mention("Ada Lovelace", "29:1a-b_c"), command.Member);
        Assert.Equal(new Mention("Bob", "29:2"), command.Person);
        Assert.Equal(new Mention("Ada Lovelace", "29:1a-b_c"), Assert.IsType<FlairCommand.Somebody>(FlairLanguage.Parse("flair <at id=\"29:1a-b_c\">Ada Lovelace</at> --here").Command).Who);
    }

    private static TeamsActivity Activity(JsonNode node) => TeamsActivity.Read(JsonSerializer.SerializeToElement(node))!;
}
