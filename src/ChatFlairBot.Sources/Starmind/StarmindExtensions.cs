using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>The only member of this folder that others see.</summary>
public static class StarmindExtensions
{
    /// <summary>Adds the kind <c>Starmind</c>.</summary>
    public static void AddStarmind(this ICollection<SourceKind> kinds) => kinds.Add(new SourceKind(
        "Starmind",
        typeof(StarmindOptions),
        (name, options, time) => new StarmindSource(name, (StarmindOptions)options, time)));
}
