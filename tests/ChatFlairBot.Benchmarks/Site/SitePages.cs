using System.Buffers;
using System.IO.Compression;
using System.Text.Json;

namespace ChatFlairBot.Benchmarks.Site;

/// <summary>The pages of the list, written and compressed ahead, so that serving one costs next to nothing.</summary>
internal sealed class SitePages
{
    public const int PageSize = 100;

    private readonly byte[][] _pages;

    private SitePages(byte[][] pages) => _pages = pages;

    /// <summary>Bytes of JSON in all, before compression.</summary>
    public long PlainBytes { get; private set; }

    /// <summary>Bytes in all as they are sent.</summary>
    public long SentBytes => _pages.Sum(page => (long)page.Length);

    public static SitePages Of(SitePeople people)
    {
        var ranking = people.Ranking();
        var made = new SitePages(new byte[(people.Count + PageSize - 1) / PageSize][]);
        var plain = 0L;
        Parallel.For(0, made._pages.Length, page =>
        {
            var json = Plain(people, ranking, page, made._pages.Length);
            Interlocked.Add(ref plain, json.WrittenCount);
            made._pages[page] = Compressed(json.WrittenSpan);
        });
        made.PlainBytes = plain;
        return made;
    }

    /// <summary>A page of the list, counted from 1, or null beyond the last.</summary>
    public byte[]? Find(int page) => page >= 1 && page <= _pages.Length ? _pages[page - 1] : null;

    private static ArrayBufferWriter<byte> Plain(SitePeople people, int[] ranking, int page, int pages)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("totalCount", people.Count);
        json.WriteNumber("pageSize", PageSize);
        json.WriteNumber("page", page + 1);
        json.WriteNumber("totalPages", pages);
        json.WriteString("sort", "reputation");
        json.WriteString("order", "desc");
        json.WriteStartArray("items");
        foreach (var index in ranking.AsSpan(page * PageSize, Math.Min(PageSize, people.Count - (page * PageSize)))) people.Write(json, index);
        json.WriteEndArray();
        json.WriteEndObject();
        return buffer;
    }

    private static byte[] Compressed(ReadOnlySpan<byte> json)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(json);
        return compressed.ToArray();
    }
}
