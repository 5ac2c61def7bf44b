using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>How one accepted poll raised the highest score that a person ever had.</summary>
/// <param name="Person">Whose.</param>
/// <param name="At">When the poll was accepted: the same for all rises of one poll.</param>
/// <param name="Before">The high-water mark before it.</param>
/// <param name="After">The high-water mark after it, above <paramref name="Before"/>.</param>
public sealed record Rise(PersonId Person, DateTimeOffset At, long Before, long After);
