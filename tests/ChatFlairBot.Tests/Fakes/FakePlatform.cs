using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>A platform that writes down what it is given and answers as a test scripts; without a script it takes everything.</summary>
internal class FakePlatform : IChatPlatform
{
    private readonly Queue<PostOutcome> _script = new();

    public string Name => "Fake";

    /// <summary>Every attempt, taken or not: <c>general: Person 7 reached 100 reputation</c>.</summary>
    public List<string> Attempts { get; } = [];

    /// <summary>The delivery key of every attempt.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>Runs within every attempt, before it is answered.</summary>
    public Func<Task>? DuringAttempt { get; set; }

    /// <summary>The next attempts end so.</summary>
    public void Next(params ReadOnlySpan<PostOutcome> outcomes)
    {
        foreach (var outcome in outcomes) _script.Enqueue(outcome);
    }

    public async Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token)
    {
        Attempts.Add($"{channel.Channel}: {card.Title}");
        Keys.Add(deliveryKey);
        if (DuringAttempt is not null) await DuringAttempt();
        return _script.TryDequeue(out var scripted) ? scripted : new PostOutcome.Posted($"message-{Attempts.Count}");
    }
}
