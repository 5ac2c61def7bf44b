using System.Net.Http.Headers;

namespace ChatFlairBot.Sources.Http;

/// <summary>Knows when the next request is welcome.</summary>
internal interface IThrottle
{
    /// <summary>Waits until the next request is welcome.</summary>
    Task WaitAsync(CancellationToken token);

    /// <summary>Reads the limits off an answer.</summary>
    void Note(HttpResponseHeaders headers);
}
