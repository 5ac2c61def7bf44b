using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>What is answered to what Teams sent, in the response itself.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">Null for none.</param>
internal sealed record InvokeAnswer(int Status, JsonObject? Body = null)
{
    public static InvokeAnswer Taken { get; } = new(StatusCodes.Status200OK);

    /// <summary>Nobody here knows what that is.</summary>
    public static InvokeAnswer NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);

    public static InvokeAnswer Busy { get; } = new(StatusCodes.Status503ServiceUnavailable);

    public static InvokeAnswer Of(JsonObject body) => new(StatusCodes.Status200OK, body);
}
