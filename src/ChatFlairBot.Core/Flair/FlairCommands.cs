using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair.Answers;

namespace ChatFlairBot.Core.Flair;

/// <summary>Answers <c>/flair</c> from the store. It knows no platform: what comes in is a request, what goes out is a card.</summary>
public sealed class FlairCommands
{
    private readonly FlairParts _parts;
    private readonly PeopleAnswers _people;
    private readonly IdentityAnswers _identity;
    private readonly PrivacyAnswers _privacy;
    private readonly ChannelAnswers _channel;
    private readonly SimulateAnswers _simulate;
    private readonly WhyAnswers _why;
    private readonly TrustAnswers _trust;

    public FlairCommands(FlairParts parts)
    {
        _parts = parts;
        var identity = new Identity(parts);
        var colleagues = new Colleagues(parts, identity);
        _people = new(parts, identity, colleagues);
        _identity = new(parts, identity);
        _privacy = new(parts, identity);
        _channel = new(parts, identity);
        _simulate = new(parts);
        _why = new(parts, identity, colleagues);
        _trust = new(parts);
    }

    /// <summary>Answers one line. It never throws for what was typed.</summary>
    /// <exception cref="Storing.StoreException">The store cannot be used.</exception>
    public Task<FlairAnswer> AnswerAsync(FlairRequest request, CancellationToken token) => AnswerAsync(FlairLanguage.Parse(request.Text), request, token);

    /// <summary>Answers what a button or a form says; the request's text does not matter.</summary>
    /// <exception cref="Storing.StoreException">The store cannot be used.</exception>
    public Task<FlairAnswer> AnswerAsync(FlairCommand command, FlairRequest request, CancellationToken token) => AnswerAsync(new FlairLine(command, false), request, token);

    private async Task<FlairAnswer> AnswerAsync(FlairLine line, FlairRequest request, CancellationToken token)
    {
        // What concerns one member alone, or what a channel hears, stays with who asked; so does what only says that something did not work.
        var isHere = line.IsHere && CanBeShown(line.Command);
        var card = await CardAsync(line.Command, isHere, request, token);
        return new FlairAnswer(CardLimits.Fit(card), isHere && (card.Kind is not CardKind.Notice || IsNotice(line.Command)));
    }

    /// <summary>The flairs of those whom a text fits and whom the asker may see, best first; of the highest of each source for no text.</summary>
    /// <exception cref="Storing.StoreException">The store cannot be used.</exception>
    public async Task<IReadOnlyList<Card>> SearchAsync(string text, int most, FlairRequest request, CancellationToken token) =>
        [.. (await _people.SearchAsync(text, most, request, token)).Select(CardLimits.Fit)];

    /// <summary>The flair of whose profile is at an address; null when it is nobody's that the asker may see.</summary>
    /// <exception cref="Storing.StoreException">The store cannot be used.</exception>
    public async Task<Card?> OfLinkAsync(Uri address, FlairRequest request, CancellationToken token) =>
        await _people.OfLinkAsync(address, request, token) is { } card ? CardLimits.Fit(card) : null;

    /// <summary>Names that the commands know, highest scores first, for pages that offer them.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(int most, CancellationToken token)
    {
        var names = new List<string>();
        foreach (var source in _parts.Sources) names.AddRange((await _parts.Consents.SharedAsync(await _parts.Store.People.TopAsync(source, most, token), token)).Select(CardMaker.Name));
        return [.. names.Distinct(StringComparer.Ordinal).Take(most)];
    }

    private static bool CanBeShown(FlairCommand command) => command is FlairCommand.Me or FlairCommand.Somebody or FlairCommand.Top or FlairCommand.Help || IsNotice(command);

    private static bool IsNotice(FlairCommand command) => command is FlairCommand.Why or FlairCommand.Status or FlairCommand.Simulate;

    private Task<Card> CardAsync(FlairCommand command, bool isHere, FlairRequest request, CancellationToken token) => command switch
    {
        FlairCommand.Me => _people.MeAsync(request, token),
        FlairCommand.Somebody somebody => _people.SomebodyAsync(somebody, request, token),
        FlairCommand.Top top => _people.TopAsync(top, token),
        FlairCommand.Why why => _why.WhyAsync(why, isHere, request, token),
        FlairCommand.Retract retract => _why.AmendAsync(retract.Card, AmendmentKind.Retract, request, token),
        FlairCommand.Correct correct => _why.AmendAsync(correct.Card, AmendmentKind.Correct, request, token),
        FlairCommand.WhoAmI => _identity.WhoAmIAsync(request, token),
        FlairCommand.Link link => _identity.LinkAsync(link, request, token),
        FlairCommand.Unlink unlink => _identity.UnlinkAsync(unlink, request, token),
        FlairCommand.Share share => _privacy.ShareAsync(share, request, token),
        FlairCommand.Export => _privacy.ExportAsync(request, token),
        FlairCommand.Forget forget => _privacy.ForgetAsync(forget, request, token),
        FlairCommand.Subscribe subscribe => _channel.SubscribeAsync(subscribe.Wish, request, token),
        FlairCommand.Unsubscribe => _channel.UnsubscribeAsync(request, token),
        FlairCommand.Settings settings => _channel.SettingsAsync(settings, request, token),
        FlairCommand.Preview => _channel.PreviewAsync(request, token),
        FlairCommand.Pause pause => _channel.PauseAsync(pause, request, token),
        FlairCommand.Resume => _channel.ResumeAsync(request, token),
        FlairCommand.Simulate simulate => _simulate.AnswerAsync(simulate, request, token),
        FlairCommand.Quarantine quarantine => _trust.QuarantineAsync(quarantine, request, token),
        FlairCommand.Status => _trust.StatusAsync(token),
        FlairCommand.Help help => Task.FromResult(HelpAnswers.Answer(help.Topic)),
        FlairCommand.Unknown unknown => Task.FromResult(HelpAnswers.Unknown(unknown.Text)),
        _ => throw new InvalidOperationException($"Nobody answers {command.GetType().Name}."),
    };
}
