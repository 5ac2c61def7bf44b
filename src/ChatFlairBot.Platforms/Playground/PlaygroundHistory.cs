using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using Microsoft.Extensions.Hosting;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>Fills the page after a restart with the cards that its channels showed before.</summary>
internal sealed class PlaygroundHistory(IDeliveryStore store, PlaygroundPlatform platform, PlaygroundRooms rooms, ContentCards cards) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var delivery in await store.LastSentAsync(PlaygroundOptions.Platform, PlaygroundRooms.Kept, cancellationToken))
        {
            if (rooms.Has(delivery.Channel.Channel)) rooms.Show(await MessageAsync(delivery, cancellationToken));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<MessagePayload> MessageAsync(Delivery delivery, CancellationToken token) => platform.Message(
        delivery.Channel.Channel, await cards.OfAsync(delivery.Content, delivery.Channel, delivery.Key, token), delivery.Key, delivery.SentAt ?? delivery.CreatedAt);
}
