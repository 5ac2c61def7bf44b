using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Flair;

/// <summary>What answers are made of.</summary>
/// <param name="Store">Everything the bot remembers.</param>
/// <param name="Cards">Makes the cards of people.</param>
/// <param name="Sources">The names of the sources, in the order of the settings.</param>
/// <param name="Subscriptions">Who hears what.</param>
/// <param name="Consents">What people allow.</param>
/// <param name="Rules">What is a milestone.</param>
/// <param name="Policy">What members may do.</param>
/// <param name="Time">The clock.</param>
public sealed record FlairParts(
    IStore Store,
    CardMaker Cards,
    IReadOnlyList<string> Sources,
    Subscriptions Subscriptions,
    Consents Consents,
    MilestoneRules Rules,
    FlairPolicy Policy,
    TimeProvider Time)
{
    /// <summary>What people know, where a source tells it of one at a time; null where nobody asks for it.</summary>
    public Subjects? Subjects { get; init; }

    /// <summary>All sources as cards call them, in one line.</summary>
    public string Everywhere => string.Join(", ", Sources.Select(Cards.Title));

    /// <summary>What a subscription asks for, in words.</summary>
    public IReadOnlyList<CardFact> FactsOf(Subscription subscription) => Answers.TermsInWords.Facts(subscription, Cards.Title);

    /// <returns>The source's name in the settings, or null when none is called so.</returns>
    public string? SourceCalled(string text) => Sources.FirstOrDefault(source =>
        source.Equals(text, StringComparison.OrdinalIgnoreCase) || Cards.Title(source).Equals(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What members may do, and what holds where nothing was said.</summary>
/// <param name="Managers">Members who may configure, as <c>Platform/id</c>; the id is the platform's own, or the directory's where the platform tells it.</param>
/// <param name="CanClaim">Whether members may say themselves who they are.</param>
/// <param name="Terms">The terms of a channel that asks for nothing else.</param>
public sealed record FlairPolicy(IReadOnlyCollection<string> Managers, bool CanClaim, Terms Terms)
{
    public bool IsManager(FlairRequest request)
    {
        var id = request.Asker.Id;
        return request.IsManager
            || request.Asker.IsPlatformAdmin
            || Managers.Contains($"{id.Platform}/{id.Id}", StringComparer.OrdinalIgnoreCase)
            || (request.Asker.ExternalId is { } directory && Managers.Contains($"{id.Platform}/{directory}", StringComparer.OrdinalIgnoreCase))
            || Managers.Contains($"{id.Platform}/{id.Workspace}/{id.Id}", StringComparer.OrdinalIgnoreCase);
    }
}
