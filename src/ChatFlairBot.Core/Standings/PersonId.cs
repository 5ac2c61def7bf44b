using System.Globalization;

namespace ChatFlairBot.Core.Standings;

/// <summary>Somebody at one source: the source's name in the settings and the number that the platform itself gave them (1 or above).</summary>
/// <remarks>Stack Overflow, Stack Exchange and Starmind number their people; a number keeps the snapshot of a million people small enough to diff in memory.</remarks>
public readonly record struct PersonId(string Source, long Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}/{Number}");
}
