using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>What the network's own settings say about being celebrated, asked once a day.</summary>
internal sealed class StarmindNetwork(string source, StarmindOptions options, StarmindClient client, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    /// <summary>Why nobody of this network may be celebrated, or why that cannot be told just now; null when they may.</summary>
    public async Task<SourceFault?> RefreshAsync(CancellationToken token)
    {
        if (time.GetUtcNow() - _askedAt < Day && time.GetUtcNow() >= _askedAt) return null;
        if ((await GameAsync(token) ?? await AgreementAsync(token)) is { } fault) return fault;
        _askedAt = time.GetUtcNow();
        return null;
    }

    /// <summary>A refusal of the scores may mean that there are none: which status that has is not documented.</summary>
    public async Task<SourceFault> ExplainAsync(SourceFault refusal, CancellationToken token) =>
        IsOfTheQuestion(refusal) || refusal.Kind is SourceFaultKind.Unavailable ? await GameAsync(token) is { Kind: SourceFaultKind.Withheld } off ? off : client.Faults.OfList(refusal) : refusal;

    public SourceFault NoPoints() => new(
        SourceFaultKind.Withheld, $"{options.Root} lists people and nobody's points: the network's game (user scores) is switched off. Nothing is celebrated until it is on again, or take {source} out of Sources.");

    private async Task<SourceFault?> GameAsync(CancellationToken token)
    {
        var answer = await client.GetAsync("settings/user-score", StarmindJson.Default.UserScorePayload, token);
        return answer switch
        {
            { Value.Enabled: false } => NoPoints(),
            // What colleagues do not see in Starmind they are not shown elsewhere.
            { Value.FrontendEnabled: false } => new(
                SourceFaultKind.Withheld, $"{options.Root} counts points and shows them to nobody (frontend_enabled is off), so neither does the bot. Switch it on in the network, or take {source} out of Sources."),
            { Fault: { } fault } when !IsOfTheQuestion(fault) => fault,
            _ => null,
        };
    }

    private async Task<SourceFault?> AgreementAsync(CancellationToken token)
    {
        if (options.OptIn is true) return null;
        var answer = await client.GetAsync("settings/gdpr", StarmindJson.Default.GdprPayload, token);
        return answer switch
        {
            { Value.AgreementEnabled: true } => new(
                SourceFaultKind.Withheld,
                $"{options.Root} asks people for their agreement to data processing, and who has not agreed must not be contacted. Set Sources:{source}:OptIn to true: then only those are celebrated and shown who said /flair share on."),
            { Fault.Kind: SourceFaultKind.Forbidden } when options.OptIn is null => new(
                SourceFaultKind.Withheld,
                $"{options.Root} does not let this token see whether people have to agree first (settings/gdpr, 403). Set Sources:{source}:OptIn to true if they have to, or to false if an administrator says that they need not."),
            { Fault: { } fault } when !IsOfTheQuestion(fault) => fault,
            _ => null,
        };
    }

    // The platform works and does not answer this: older networks have no such setting.
    private static bool IsOfTheQuestion(SourceFault fault) =>
        fault.Kind is SourceFaultKind.Forbidden or SourceFaultKind.UnknownPerson or SourceFaultKind.WrongAddress or SourceFaultKind.Malformed;
}
