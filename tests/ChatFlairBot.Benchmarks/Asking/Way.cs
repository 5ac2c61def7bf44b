using ChatFlairBot.Core.Announcing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>How a vendor's people reach the bot.</summary>
/// <param name="Vendor">The verb of this program that plays the vendor.</param>
/// <param name="Path">Where on the bot they ask.</param>
/// <param name="Twin">Where everything is answered with a constant.</param>
/// <param name="MapTwin">Adds the twin: the same endpoint in all but who receives.</param>
/// <param name="MemberOf">How the vendor calls somebody of the site, in the installation that is said.</param>
internal sealed record Way(string Vendor, string Path, string Twin, Action<WebApplication> MapTwin, Func<string, int, MemberId> MemberOf)
{
    /// <summary>Puts other services in the place of the bot's own.</summary>
    public Action<IServiceCollection, VendorWelcome>? Replace { get; init; }
}
