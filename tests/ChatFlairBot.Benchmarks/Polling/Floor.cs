using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary>The least that anybody who reads a whole site must do: download it and read it, one request at a time. Nothing is kept.</summary>
internal sealed class Floor(Uri root) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = root };

    public async Task<FloorSum> ReadAsync(CancellationToken token)
    {
        var sum = default(FloorSum);
        for (var page = 1; ; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"api/v3/users?page={page}&pageSize={SitePages.PageSize}&sort=reputation&order=desc");
            var body = await _http.GetByteArrayAsync(new Uri(path, UriKind.Relative), token);
            var read = JsonSerializer.Deserialize(body, FloorJson.Default.FloorPage)!;
            sum = new(sum.People + read.Items.Count, sum.Score + read.Items.Sum(person => person.Reputation));
            if (page >= read.TotalPages) return sum;
        }
    }

    public void Dispose() => _http.Dispose();
}

internal readonly record struct FloorSum(long People, long Score);

internal sealed record FloorPage(int TotalPages, IReadOnlyList<FloorPerson> Items);

internal sealed record FloorPerson(long Id, string Name, string Email, long Reputation);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FloorPage))]
internal sealed partial class FloorJson : JsonSerializerContext;
