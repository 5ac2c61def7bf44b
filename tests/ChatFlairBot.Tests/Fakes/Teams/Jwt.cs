using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>JSON Web Tokens written and read by hand, so that every wrong one can be made too (RFC 7519).</summary>
internal static class Jwt
{
    public static string Write(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    /// <summary>The parts of a token; null where it is none.</summary>
    public static (JsonObject Header, JsonObject Payload, byte[] Signed, byte[] Signature)? Read(string token)
    {
        if (token.Split('.') is not [var header, var payload, var signature]) return null;
        try
        {
            return (Decode(header), Decode(payload), Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature));
        }
        catch (Exception fault) when (fault is FormatException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonObject Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
}
