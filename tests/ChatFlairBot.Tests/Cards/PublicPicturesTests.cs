using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Tests.Cards;

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
    [InlineData("https://pictures.chat.example/1_72.jpg", false)]
    [InlineData("https://gravatar.com.evil.example/1.jpg", false)]
    [InlineData("https://evilgravatar.com/1.jpg", false)]
    [InlineData("https://i.sstatic.net/abc.svg", false)]
    [InlineData("https://i.sstatic.net/abc.webp", false)]
    [InlineData("http://i.sstatic.net/abc.png", false)]
    [InlineData("https://i.sstatic.net:8443/abc.png", false)]
    [InlineData("https://user@i.sstatic.net/abc.png", false)]
    [InlineData("https://stack.acme.example/avatar.png", false)]
    [InlineData("https://10.0.0.1/avatar.png", false)]
    [InlineData("/avatar.png", false)]
    public void Only_what_anybody_can_surely_fetch_is_shown(string address, bool isPublic) => Assert.Equal(isPublic, PublicPictures.Has(new Uri(address, UriKind.RelativeOrAbsolute)));
}
