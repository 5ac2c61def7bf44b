using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>Serves the page under this machine's own names only, unless more are allowed: a page elsewhere could point a name of its own at us.</summary>
internal sealed class PlaygroundHosts(PlaygroundOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsKnown(context.HttpContext.Request.Host.Host)
            ? await next(context)
            : PlaygroundRefusals.Refuse("This page is not served under that host name. The operator can add it to Playground:AllowedHosts.", StatusCodes.Status421MisdirectedRequest);

    private bool IsKnown(string host) =>
        host == "localhost"
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
