using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>Refusals in the one form that the page shows.</summary>
internal static class PlaygroundRefusals
{
    public static IResult Refuse(string error, int status) => TypedResults.Json(new ErrorPayload(error), PlaygroundJson.Default.ErrorPayload, statusCode: status);
}
