using System.Runtime.InteropServices;

namespace ChatFlairBot.Core.Standings;

/// <summary>A quick, stable hash of some texts, kept in the store: <see cref="string.GetHashCode()"/> differs in every process.</summary>
/// <remarks>Not cryptographic. A collision (1 in 4 billion per change) costs one stale name until the next change.</remarks>
public static class Fingerprint
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    public static int Of(string first, string? second, string? third)
    {
        var hash = Mix(Mix(Mix(Prime, first), second), third);
        return (int)(hash ^ (hash >> 32));
    }

    // Four characters a step: the poll of a large site hashes three texts per person.
    private static ulong Mix(ulong hash, ReadOnlySpan<char> text)
    {
        hash = Step(hash, (ulong)text.Length + 1);
        var blocks = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var block in blocks)
        {
            hash = Step(hash, block);
        }

        foreach (var letter in text[(blocks.Length * 4)..])
        {
            hash = Step(hash, letter);
        }

        return hash;
    }

    private static ulong Step(ulong hash, ulong value)
    {
        hash = (hash ^ value) * Prime;
        return hash ^ (hash >> 29);
    }
}
