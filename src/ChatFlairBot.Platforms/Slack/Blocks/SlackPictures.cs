using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Pictures that Slack can surely fetch. One that it cannot fails the whole message with <c>invalid_blocks</c> (docs.slack.dev/reference/block-kit/block-elements/image-element).</summary>
internal static class SlackPictures
{
    public static bool Has(Uri address) => PublicPictures.Has(address, ".slack-edge.com");
}
