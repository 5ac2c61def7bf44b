using ChatFlairBot.Core.Standings;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>A platform on this machine's loopback that answers as its vendor does, until a test scripts another answer.</summary>
internal interface IFakeSite : IAsyncDisposable
{
    /// <summary>Every request as it came: path with query.</summary>
    IReadOnlyList<string> Requests { get; }

    /// <summary>The headers of the last request.</summary>
    IHeaderDictionary LastHeaders { get; }

    /// <summary>A source that is pointed at this site.</summary>
    IReputationSource Source(TimeProvider time);

    /// <summary>The next request is answered so; those after it as before.</summary>
    void Next(RequestDelegate answer);

    /// <summary>From now on every request is answered so; null for the site's own answers again.</summary>
    void Always(RequestDelegate? answer);
}
