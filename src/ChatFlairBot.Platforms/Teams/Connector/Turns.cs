using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>One at a time in each conversation: Teams answers 412 to whoever writes twice at once (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages).</summary>
internal sealed class Turns
{
    private readonly Dictionary<ChannelAddress, Turn> _turns = [];
    private readonly Lock _gate = new();

    /// <returns>The turn; it ends when it is disposed of.</returns>
    public async Task<IDisposable> EnterAsync(ChannelAddress room, CancellationToken token)
    {
        Turn turn;
        lock (_gate)
        {
            if (!_turns.TryGetValue(room, out turn!)) _turns[room] = turn = new Turn(this, room);
            turn.Users++;
        }

        try
        {
            await turn.Gate.WaitAsync(token);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    // Whoever leaves last takes it away, so that no conversation is remembered for ever.
    private void Leave(Turn turn)
    {
        lock (_gate)
        {
            if (--turn.Users > 0) return;
            _turns.Remove(turn.Room);
            turn.Gate.Dispose();
        }
    }

    private sealed class Turn(Turns turns, ChannelAddress room) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public ChannelAddress Room => room;

        public int Users { get; set; }

        public void Dispose()
        {
            Gate.Release();
            turns.Leave(this);
        }
    }
}
