using System.Threading.Channels;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>What the page's channels show: the last cards of each, and everybody who is looking.</summary>
internal sealed class PlaygroundRooms(IReadOnlyList<ChannelPayload> channels)
{
    /// <summary>Cards kept for each channel, as many as the page shows; the store remembers all of them.</summary>
    public const int Kept = 300;

    private const int MostViewers = 64;

    /// <summary>A viewer that falls behind by more is cut off; the page connects again and catches up.</summary>
    private const int MostUnread = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<MessagePayload>> _cards = channels.ToDictionary(one => one.Id, _ => new List<MessagePayload>(), StringComparer.Ordinal);
    private readonly HashSet<Channel<MessagePayload>> _viewers = [];

    public IReadOnlyList<ChannelPayload> Channels => channels;

    public bool Has(string channel) => _cards.ContainsKey(channel);

    public MessagePayload? Find(string channel, string id)
    {
        lock (_gate) return _cards[channel].Find(card => card.Id == id);
    }

    /// <summary>Shows a card to all, once: a repeated delivery has the same id and changes nothing.</summary>
    public void Show(MessagePayload message)
    {
        lock (_gate)
        {
            var cards = _cards[message.Channel];
            if (cards.Exists(card => card.Id == message.Id)) return;
            cards.Add(message);
            if (cards.Count > Kept) cards.RemoveAt(0);
            Tell(message);
        }
    }

    /// <summary>Shows another card in the place of one.</summary>
    /// <returns>False when the channel has no such card any more.</returns>
    public bool Replace(MessagePayload message)
    {
        lock (_gate)
        {
            var place = _cards[message.Channel].FindIndex(card => card.Id == message.Id);
            if (place < 0) return false;
            _cards[message.Channel][place] = message;
            Tell(message);
            return true;
        }
    }

    /// <summary>Takes a card back.</summary>
    public void Remove(string channel, string id)
    {
        lock (_gate)
        {
            if (_cards[channel].RemoveAll(card => card.Id == id) > 0) Tell(MessagePayload.Retracted(channel, id));
        }
    }

    /// <returns>A viewer that first gets what each channel already shows, or null when too many are looking.</returns>
    public Channel<MessagePayload>? Enter()
    {
        lock (_gate)
        {
            if (_viewers.Count >= MostViewers) return null;
            var backlog = _cards.Values.SelectMany(cards => cards).OrderBy(card => card.At).ToList();
            // Wait, for TryWrite then refuses what does not fit, and Show ends the viewer instead of losing a card silently.
            var viewer = Channel.CreateBounded<MessagePayload>(new BoundedChannelOptions(MostUnread + backlog.Count) { FullMode = BoundedChannelFullMode.Wait });
            foreach (var card in backlog) viewer.Writer.TryWrite(card);
            _viewers.Add(viewer);
            return viewer;
        }
    }

    private void Tell(MessagePayload message)
    {
        foreach (var viewer in _viewers.Where(viewer => !viewer.Writer.TryWrite(message)).ToList())
        {
            viewer.Writer.TryComplete();
            _viewers.Remove(viewer);
        }
    }

    public void Leave(Channel<MessagePayload> viewer)
    {
        lock (_gate) _viewers.Remove(viewer);
    }
}
