using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackExchange;

/// <summary>The only member of this folder that others see.</summary>
public static class StackExchangeExtensions
{
    /// <summary>Adds the kind <c>StackExchange</c>.</summary>
    public static void AddStackExchange(this ICollection<SourceKind> kinds) => kinds.Add(new SourceKind(
        "StackExchange",
        typeof(StackExchangeOptions),
        (name, options, time) => new StackExchangeSource(name, (StackExchangeOptions)options, time)));
}
