using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

public sealed class SubscriptionTests
{
    [Theory]
    [InlineData("", 0, true)]
    [InlineData("acme", 0, true)]
    [InlineData("ACME", 0, true)]
    [InlineData("beta", 0, false)]
    [InlineData("beta acme", 0, true)]
    [InlineData("", 999, true)]
    [InlineData("", 1_000, true)]
    [InlineData("", 1_001, false)]
    [InlineData("acme", 1_001, false)]
    [InlineData("beta", 1_000, false)]
    public void It_wants_its_sources_from_its_height_upwards(string sources, long atLeast, bool expected)
    {
        var subscription = Announcer.To(new ChannelAddress("Fake", "default", "general")) with
        {
            Sources = sources.Split(' ', StringSplitOptions.RemoveEmptyEntries), AtLeast = atLeast,
        };
        var announcement = new Announcement(
            1, MilestoneKey.Reputation(1_000), 1_000, DateTimeOffset.UnixEpoch, new Standing(new PersonId("acme", 7), "Ada", 1_010, null, null));

        Assert.Equal(expected, subscription.Wants(announcement));
    }
}
