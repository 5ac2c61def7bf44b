namespace ChatFlairBot.Hosting;

/// <summary>A web application that listens where it is told and reads no settings of its own: not the framework's files, not its variables.</summary>
internal static class BareWeb
{
    public static WebApplicationBuilder At(Uri url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.AbsoluteUri);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }
}
