namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>A question on its way, and what came back. Times are the stopwatch's.</summary>
internal sealed class Sent(Question question)
{
    public Question Question => question;

    public long Due { get; set; }

    public long SentAt { get; set; }

    /// <summary>When the whole of it was there.</summary>
    public long AnsweredAt { get; set; }

    public int Status { get; set; }

    public byte[] Body { get; set; } = [];

    /// <summary>Why nothing came; null when something did.</summary>
    public string? Fault { get; set; }
}
