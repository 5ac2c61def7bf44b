using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>The only member of this folder that others see.</summary>
public static class StackOverflowExtensions
{
    /// <summary>Adds the kind <c>StackOverflow</c>.</summary>
    public static void AddStackOverflow(this ICollection<SourceKind> kinds) => kinds.Add(new SourceKind(
        "StackOverflow",
        typeof(StackOverflowOptions),
        (name, options, time) => new StackOverflowSource(name, (StackOverflowOptions)options, time)));
}
