using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair;

/// <summary>Somebody as the bot knows them: one person, or a member who is several.</summary>
/// <param name="People">Who they are at the sources, 1 or more.</param>
/// <param name="Name">What the chat calls them, or the source when they are nobody in the chat.</param>
public sealed record Colleague(IReadOnlyList<PersonId> People, string Name);

/// <summary>Whom a name fits.</summary>
/// <param name="Colleagues">Those that everybody may see, best fit first.</param>
/// <param name="IsPrivate">Whether it fitted somebody who keeps their flair to themselves.</param>
public sealed record Fitting(IReadOnlyList<Colleague> Colleagues, bool IsPrivate);
