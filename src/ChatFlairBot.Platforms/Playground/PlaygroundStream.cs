using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>The cards as they arrive, as server-sent events.</summary>
internal sealed class PlaygroundStream(PlaygroundRooms rooms, IHostApplicationLifetime lifetime)
{
    public IResult Get(CancellationToken token) => rooms.Enter() is { } viewer
        ? TypedResults.ServerSentEvents(FollowAsync(viewer, token))
        : PlaygroundRefusals.Refuse("Too many pages are open. Close one and reload.", StatusCodes.Status503ServiceUnavailable);

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(Channel<MessagePayload> viewer, [EnumeratorCancellation] CancellationToken token)
    {
        // An open page would hold up the end of the process.
        await using var stopping = lifetime.ApplicationStopping.Register(() => viewer.Writer.TryComplete());
        try
        {
            // Something at once, so that the headers go out and the page knows that it is connected.
            yield return new SseItem<string>("", "hello");
            await foreach (var message in viewer.Reader.ReadAllAsync(token))
            {
                yield return new SseItem<string>(JsonSerializer.Serialize(message, PlaygroundJson.Default.MessagePayload), message.Card is null ? "retracted" : "card") { EventId = message.Id };
            }
        }
        finally
        {
            rooms.Leave(viewer);
        }
    }
}
