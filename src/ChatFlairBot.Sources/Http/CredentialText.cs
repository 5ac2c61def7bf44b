namespace ChatFlairBot.Sources.Http;

/// <summary>Tells early what no header could carry: a token with the line break that came along when it was copied.</summary>
internal static class CredentialText
{
    /// <summary>What is wrong with a token or key as it is set, or null.</summary>
    public static string? Fault(string setting, string? text) => text is not null && text.Any(sign => sign is <= ' ' or > '~')
        ? $"{setting} holds a space, a line break or a sign that no token has; copy it again."
        : null;
}
