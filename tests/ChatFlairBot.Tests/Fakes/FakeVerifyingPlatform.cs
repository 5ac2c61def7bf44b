using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>The fake platform with the ability to look a delivery up.</summary>
internal sealed class FakeVerifyingPlatform : FakePlatform, IDeliveryVerifier
{
    /// <summary>What the channel has: the message by its delivery key.</summary>
    public Dictionary<string, string> Messages { get; } = [];

    /// <summary>Every key that was looked up.</summary>
    public List<string> LookUps { get; } = [];

    public bool IsBroken { get; set; }

    public Task<string?> FindAsync(ChannelAddress channel, string deliveryKey, CancellationToken token)
    {
        LookUps.Add(deliveryKey);
        return IsBroken ? throw new HttpRequestException("No answer.") : Task.FromResult(Messages.GetValueOrDefault(deliveryKey));
    }
}
