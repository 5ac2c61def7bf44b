using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>Makes the form about a channel, and says what it would bring. Showing it is the platform's own.</summary>
public sealed class SubscribeFormMaker(FlairParts parts, FlairCommands commands)
{
    private const int PreviewDays = 90;

    /// <summary>Words after the command say already what is wanted.</summary>
    public static bool IsAskedFor(FlairCommand command) => command is FlairCommand.Subscribe { Wish.IsNothing: true };

    /// <returns>Whether the asker may change what the channel hears, in a form: not what the settings fix.</returns>
    public async Task<bool> IsForAsync(FlairRequest request, CancellationToken token) =>
        parts.Policy.IsManager(request) && (await parts.Subscriptions.OfAsync(request.Channel, token)).All(one => one.Owner is not null);

    /// <param name="channel">Which channel.</param>
    /// <param name="zone">The asker's time zone, an IANA name, or null.</param>
    /// <param name="name">What the channel is called, or null.</param>
    /// <param name="warning">What to know before; null for nothing.</param>
    /// <param name="token">Ends the making.</param>
    public async Task<SubscribeForm> MakeAsync(ChannelAddress channel, string? zone, string? name, string? warning, CancellationToken token)
    {
        var heard = await parts.Subscriptions.OfAsync(channel, token);
        var now = heard.Count > 0 ? heard[0] : null;
        var terms = parts.Policy.Terms;
        // Whoever asks knows their own zone better than the settings do.
        if (now is null && zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var own)) terms = terms with { Hours = terms.Hours with { Zone = own } };
        return new SubscribeForm(
            channel, name, now, new Subscription(channel.Channel, channel, terms), [.. parts.Sources.Select(source => (source, parts.Cards.Title(source)))], null, warning is null ? [] : [warning]);
    }

    /// <summary>What a form would bring, in words; what to write instead when something in it cannot be.</summary>
    public async Task<string> PreviewAsync(SubscribeAnswer read, FlairRequest request, CancellationToken token)
    {
        if (read.Faults.Count > 0) return string.Join(' ', read.Faults.Values);
        var simulated = await commands.AnswerAsync(new FlairCommand.Simulate([], PreviewDays, Wish: read.Wish), request, token);
        var sample = await commands.AnswerAsync(new FlairCommand.Preview(), request, token);
        return $"{simulated.Card.Summary}\nA card would read: {sample.Card.Title}";
    }
}
