using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;
using Microsoft.Extensions.Hosting;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>Fills the page after a restart with the cards that its channels showed before.</summary>
internal sealed class PlaygroundHistory(IDeliveryStore store, PlaygroundPlatform platform, PlaygroundRooms rooms, CardMaker cards) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var delivery in await store.LastSentAsync(PlaygroundOptions.Platform, PlaygroundRooms.Kept, cancellationToken))
        {
            if (rooms.Has(delivery.Channel.Channel)) rooms.Show(Message(delivery));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private MessagePayload Message(Delivery delivery) =>
        platform.Message(delivery.Channel.Channel, cards.Milestone(delivery.Announcement), delivery.Key, delivery.SentAt ?? delivery.CreatedAt);
}
