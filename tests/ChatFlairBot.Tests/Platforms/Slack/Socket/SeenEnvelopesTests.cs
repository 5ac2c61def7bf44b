using ChatFlairBot.Platforms.Slack.Socket;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

public sealed class SeenEnvelopesTests
{
    private readonly SeenEnvelopes _seen = new(most: 10);
    private readonly List<string> _handled = [];

    [Fact]
    public async Task The_last_ones_are_remembered_and_the_first_ones_forgotten()
    {
        foreach (var number in Enumerable.Range(0, 100)) await HandleAsync($"{number}");
        foreach (var number in Enumerable.Range(90, 10)) await HandleAsync($"{number}");
        Assert.Equal(100, _handled.Count);

        await HandleAsync("0");

        Assert.Equal(101, _handled.Count);
    }

    [Fact]
    public async Task What_failed_is_handled_again()
    {
        Assert.Null(await _seen.OnceAsync("1", () => Task.FromResult<byte[]?>(null)));

        Assert.NotNull(await HandleAsync("1"));
        Assert.Single(_handled);
    }

    [Fact]
    public async Task Whoever_comes_meanwhile_waits_for_the_first_ones_end()
    {
        var first = new TaskCompletionSource<byte[]?>();
        var one = _seen.OnceAsync("1", () => first.Task);
        var other = HandleAsync("1");
        Assert.False(other.IsCompleted);

        first.SetResult([1]);

        Assert.Equal([1], await other);
        Assert.Equal([1], await one);
        Assert.Empty(_handled);
    }

    private Task<byte[]?> HandleAsync(string id) => _seen.OnceAsync(id, () =>
    {
        _handled.Add(id);
        return Task.FromResult<byte[]?>([0]);
    });
}
