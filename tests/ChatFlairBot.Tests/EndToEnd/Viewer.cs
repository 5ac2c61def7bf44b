using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Somebody who looks at the playground: a client of its event stream that keeps every card it was ever sent.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, JsonNode> _cards = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    /// <summary>Cards by id; a card that is sent again has the same id.</summary>
    public IReadOnlyDictionary<string, JsonNode> Cards => _cards;

    public static async Task<Viewer> ConnectAsync(HttpClient http)
    {
        var viewer = new Viewer();
        viewer._reading = viewer.ReadAsync(http);
        await Task.WhenAny(viewer._connected.Task, viewer._reading);
        return viewer;
    }

    public IReadOnlyList<string> Titles(string channel) =>
        [.. _cards.Values.Where(card => (string?)card["channel"] == channel).OrderBy(card => (string?)card["at"], StringComparer.Ordinal).Select(card => (string)card["card"]!["title"]!)];

    public Task UntilAsync(int cards) => Patience.UntilAsync(() => _cards.Count >= cards, $"the page shows {cards} cards");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _end.Dispose();
    }

    private async Task ReadAsync(HttpClient http)
    {
        try
        {
            await using var stream = await http.GetStreamAsync(new Uri("/playground/stream", UriKind.Relative), _end.Token);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(_end.Token))
            {
                if (item.EventType == "card") _cards.TryAdd(item.EventId!, JsonNode.Parse(item.Data)!);
                else _connected.TrySetResult();
            }
        }
        catch (Exception fault) when (_end.IsCancellationRequested || fault is HttpRequestException or IOException)
        {
            // The bot was stopped or killed: the viewer keeps what it has seen.
        }
    }
}
