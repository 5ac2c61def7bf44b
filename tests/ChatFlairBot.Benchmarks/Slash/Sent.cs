namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>A command on its way, and what came back. Times are the stopwatch's.</summary>
internal sealed class Sent(Typed command)
{
    public Typed Command => command;

    public long Due { get; set; }

    public long SentAt { get; set; }

    /// <summary>When the whole of it was there.</summary>
    public long AnsweredAt { get; set; }

    public int Status { get; set; }

    public byte[] Body { get; set; } = [];

    /// <summary>Why nothing came; null when something did.</summary>
    public string? Fault { get; set; }
}
