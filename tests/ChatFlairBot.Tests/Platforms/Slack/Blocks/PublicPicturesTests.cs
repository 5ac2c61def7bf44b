using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

public sealed class PublicPicturesTests
{
    [Theory]
    [InlineData("https://i.sstatic.net/abc.png", true)]
    [InlineData("https://i.sstatic.net/abc.png?s=256", true)]
    [InlineData("https://www.gravatar.com/avatar/0123?s=256&d=identicon&r=PG", true)]
    [InlineData("https://www.gravatar.com/avatar/0123?d=404", false)]
    [InlineData("https://www.gravatar.com/avatar/0123?s=1&default=https%3A%2F%2Fintern.example%2Fx.png", false)]
    [InlineData("https://lh3.googleusercontent.com/a/abc=s96-c", true)]
    [InlineData("https://avatars.githubusercontent.com/u/1?v=4", true)]
    [InlineData("https://avatars.slack-edge.com/2026-01-01/1_72.jpg", true)]
    [InlineData("https://slack-edge.com.evil.example/1.jpg", false)]
    [InlineData("https://evilslack-edge.com/1.jpg", false)]
    [InlineData("https://i.sstatic.net/abc.svg", false)]
    [InlineData("https://i.sstatic.net/abc.webp", false)]
    [InlineData("http://i.sstatic.net/abc.png", false)]
    [InlineData("https://i.sstatic.net:8443/abc.png", false)]
    [InlineData("https://user@i.sstatic.net/abc.png", false)]
    [InlineData("https://stack.acme.example/avatar.png", false)]
    [InlineData("https://10.0.0.1/avatar.png", false)]
    [InlineData("/avatar.png", false)]
    public void Only_what_Slack_can_surely_fetch_is_shown(string address, bool isPublic) => Assert.Equal(isPublic, PublicPictures.Has(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void A_picture_that_Slack_cannot_fetch_is_left_out_and_the_rest_stays()
    {
        var card = new Card(CardKind.Milestone, "Mo", "Mo") { Avatar = new CardPicture(new Uri("https://stack.acme.example/a.png"), "Avatar of Mo"), Text = "The first." };
        Assert.DoesNotContain("image_url", new SlackCards().Of(card).BlocksText, StringComparison.Ordinal);
        Assert.Contains("image_url", new SlackCards(_ => true).Of(card).BlocksText, StringComparison.Ordinal);
    }
}
