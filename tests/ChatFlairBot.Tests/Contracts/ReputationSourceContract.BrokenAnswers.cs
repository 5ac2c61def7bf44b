using System.IO.Compression;
using System.Text;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Contracts;

/// <summary>Answers that are no answers.</summary>
public abstract partial class ReputationSourceContract
{
    [Theory]
    [InlineData("text/html", "<!doctype html><title>Log in</title>")]
    [InlineData("application/json", "\n <html></html>")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "42")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "{\"items\":[[]]}")]
    public async Task What_is_no_list_of_people_is_malformed(string type, string body)
    {
        Site.Always(Status(200, type, body));

        Assert.Equal(SourceFaultKind.Malformed, (await ReadAsync()).Fault?.Kind);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task A_page_that_is_cut_off_is_malformed_and_nobody_of_it_is_passed_on()
    {
        var page = Page(1, 100, pages: 1);
        Site.Always(Status(200, "application/json", page[..(page.Length / 2)]));

        var (people, fault) = await ReadAsync();

        Assert.Equal(SourceFaultKind.Malformed, fault?.Kind);
        Assert.Empty(people);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    public async Task A_page_without_the_right_content_type_is_read_all_the_same(string? type)
    {
        Site.Always(Status(200, type, Page(1, 2, pages: 1)));

        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Equal(2, people.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endless_body_is_too_large(bool isAnnounced)
    {
        const int Size = 100 * 1024 * 1024;
        Site.Always(async context =>
        {
            if (isAnnounced) context.Response.ContentLength = Size;
            var part = new byte[64 * 1024];
            Array.Fill(part, (byte)' ');
            for (var sent = 0; sent < Size && !context.RequestAborted.IsCancellationRequested; sent += part.Length) await context.Response.Body.WriteAsync(part, CancellationToken.None);
        });

        Assert.Equal(SourceFaultKind.TooLarge, (await ReadAsync()).Fault?.Kind);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up_after_a_minute()
    {
        var hasBegun = new TaskCompletionSource();
        Site.Always(async context =>
        {
            await context.Response.WriteAsync("{", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            hasBegun.SetResult();
            await Aborted(context);
        });

        var reading = ReadAsync();
        await hasBegun.Task;
        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(SourceFaultKind.Unreachable, (await reading).Fault?.Kind);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_tried_again_and_then_unreachable()
    {
        Site.Always(async context =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("{\"items\":[", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });

        Assert.Equal(SourceFaultKind.Unreachable, (await ReadAsync()).Fault?.Kind);
        Assert.Equal(Tries, Site.Requests.Count);
    }

    [Fact]
    public async Task Where_nobody_listens_is_unreachable()
    {
        var source = Site.Source(Clock);
        using var owned = source as IDisposable;
        await Site.DisposeAsync();

        Assert.Equal(SourceFaultKind.Unreachable, (await source.ProbeAsync(Token)).Fault?.Kind);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_so_the_token_goes_nowhere_else(int status)
    {
        await using var other = await Bystander.StartAsync();
        Site.Always(Status(status, null, "", ("Location", other.Address.AbsoluteUri)));

        Assert.Equal(SourceFaultKind.WrongAddress, (await ReadAsync()).Fault?.Kind);
        Assert.Equal(0, other.Calls);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_claims_to_be_compressed_and_is_not_is_malformed(string encoding)
    {
        Site.Always(Status(200, "application/json", "this is no compressed page", ("Content-Encoding", encoding)));

        Assert.Equal(SourceFaultKind.Malformed, (await ReadAsync()).Fault?.Kind);
    }

    [Fact]
    public async Task A_compressed_page_that_is_cut_off_is_no_page()
    {
        var whole = Packed(Encoding.UTF8.GetBytes(Page(1, 100, pages: 1)), isGzip: true);
        Site.Always(Bytes(whole[..(whole.Length / 2)], "gzip"));

        var (people, fault) = await ReadAsync();

        Assert.Equal(SourceFaultKind.Malformed, fault?.Kind);
        Assert.Empty(people);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_is_compressed_without_saying_so_is_read(bool isGzip)
    {
        Site.Always(Bytes(Packed(Encoding.UTF8.GetBytes(Page(1, 100, pages: 1)), isGzip)));

        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Equal(100, people.Count);
    }

    [Theory]
    [InlineData(true, "gzip")]
    [InlineData(true, null)]
    [InlineData(false, null)]
    public async Task A_small_body_that_grows_to_a_hundred_megabytes_is_too_large(bool isGzip, string? encoding)
    {
        var blanks = new byte[100 * 1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        Site.Always(Bytes(Packed(blanks, isGzip), encoding));

        Assert.Equal(SourceFaultKind.TooLarge, (await ReadAsync()).Fault?.Kind);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task What_begins_like_a_compressed_page_and_is_none_is_malformed()
    {
        Site.Always(Bytes([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7]));

        Assert.Equal(SourceFaultKind.Malformed, (await ReadAsync()).Fault?.Kind);
    }

    [Fact]
    public async Task A_byte_order_mark_in_front_does_no_harm()
    {
        Site.Always(Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page(1, 2, pages: 1))]));

        Assert.Equal(2, (await ReadAsync()).People.Count);
    }

    [Fact]
    public async Task A_cookie_is_not_carried_back()
    {
        Site.Next(Status(503, null, "", ("Set-Cookie", "tracking=1")));

        Assert.Null((await ReadAsync()).Fault);
        Assert.Empty(Site.LastHeaders.Cookie.ToString());
    }

    private static byte[] Packed(byte[] body, bool isGzip)
    {
        using var buffer = new MemoryStream();
        using (Stream packer = isGzip ? new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true) : new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(body);
        }

        return buffer.ToArray();
    }

    private static RequestDelegate Bytes(byte[] body, string? encoding = null) => context =>
    {
        if (encoding is not null) context.Response.Headers.ContentEncoding = encoding;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    };
}
