using System.Buffers.Binary;
using System.IO.Compression;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>The icons keep Microsoft's rules (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package).</summary>
public sealed class TeamsIconsTests
{
    [Fact]
    public void The_colour_icon_has_one_background_and_its_symbol_in_the_middle()
    {
        var icon = Read("color.png", 192);
        var background = icon(0, 0);
        Assert.Equal(255, background[3]);
        for (var y = 0; y < 192; y++)
        {
            for (var x = 0; x < 192; x++) if (x is < 48 or >= 144 || y is < 48 or >= 144) Assert.Equal(background, icon(x, y));
        }

        Assert.NotEqual(background, icon(96, 90));
    }

    [Fact]
    public void The_outline_icon_is_white_on_nothing()
    {
        var icon = Read("outline.png", 32);
        var seen = 0;
        for (var y = 0; y < 32; y++)
        {
            for (var x = 0; x < 32; x++)
            {
                Assert.Equal([255, 255, 255], icon(x, y)[..3]);
                if (icon(x, y)[3] == 255) seen++;
            }
        }

        Assert.InRange(seen, 100, 700);
        Assert.Equal(0, icon(0, 0)[3]);
    }

    // A PNG of 8 bits a channel whose lines are not filtered: these are drawn so.
    private static Func<int, int, byte[]> Read(string name, int side)
    {
        var file = File.ReadAllBytes(Repository.Path("manifests", "teams", name));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], file[..4]);
        Assert.Equal((side, side), (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))));
        var data = file.AsSpan().IndexOf("IDAT"u8);
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(data - 4));
        using var lines = new ZLibStream(new MemoryStream(file, data + 4, length), CompressionMode.Decompress);
        var pixels = new byte[side * ((4 * side) + 1)];
        lines.ReadExactly(pixels);
        Assert.All(Enumerable.Range(0, side), y => Assert.Equal(0, pixels[y * ((4 * side) + 1)]));
        return (x, y) => pixels[((y * ((4 * side) + 1)) + 1 + (4 * x))..][..4];
    }
}
