using System.IO.Compression;

namespace ChatFlairBot.Sources.Http;

/// <summary>
/// Unpacks bodies that are compressed and do not say so, by their first bytes: no JSON and no web page begins like that
/// (https://api.stackoverflowteams.com/docs/compression).
/// </summary>
internal static class Inflation
{
    /// <returns>The body as it was meant, or null when it is larger than allowed.</returns>
    /// <exception cref="InvalidDataException">It begins like a compressed one and is none.</exception>
    public static byte[]? Of(byte[] body, int most) => body switch
    {
        [0x1F, 0x8B, ..] => Unpack(new GZipStream(new MemoryStream(body), CompressionMode.Decompress), most),
        // Deflate as HTTP means it is zlib: a header whose two bytes are divisible by 31.
        [0x78, var flags, ..] when ((0x78 << 8) | flags) % 31 == 0 => Unpack(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress), most),
        _ => body,
    };

    private static byte[]? Unpack(Stream packed, int most)
    {
        using var owned = packed;
        using var whole = new MemoryStream();
        Span<byte> part = stackalloc byte[16 * 1024];
        for (var read = packed.Read(part); read > 0; read = packed.Read(part))
        {
            if (whole.Length + read > most) return null;
            whole.Write(part[..read]);
        }

        return whole.ToArray();
    }
}
