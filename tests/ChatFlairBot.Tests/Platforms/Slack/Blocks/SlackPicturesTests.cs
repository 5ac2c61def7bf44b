using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

public sealed class SlackPicturesTests
{
    [Theory]
    [InlineData("https://i.sstatic.net/abc.png", true)]
    [InlineData("https://avatars.slack-edge.com/2026-01-01/1_72.jpg", true)]
    [InlineData("https://slack-edge.com.evil.example/1.jpg", false)]
    [InlineData("https://evilslack-edge.com/1.jpg", false)]
    [InlineData("https://stack.acme.example/avatar.png", false)]
    public void Slack_shows_its_own_pictures_besides(string address, bool isPublic) => Assert.Equal(isPublic, SlackPictures.Has(new Uri(address)));

    [Fact]
    public void A_picture_that_Slack_cannot_fetch_is_left_out_and_the_rest_stays()
    {
        var card = new Card(CardKind.Milestone, "Mo", "Mo") { Avatar = new CardPicture(new Uri("https://stack.acme.example/a.png"), "Avatar of Mo"), Text = "The first." };
        Assert.DoesNotContain("image_url", new SlackCards().Of(card).BlocksText, StringComparison.Ordinal);
        Assert.Contains("image_url", new SlackCards(_ => true).Of(card).BlocksText, StringComparison.Ordinal);
    }
}
