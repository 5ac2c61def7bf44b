using System.Security.Cryptography;
using System.Text;

namespace ChatFlairBot.Core.Standings;

/// <summary>Recognises what must not be kept: the same text gives the same hash, and without the key nobody can try texts out.</summary>
/// <param name="key">32 random bytes, of one store.</param>
public sealed class KeyedHash(byte[] key)
{
    /// <summary>Whoever said "never" is recognised by this, also after everything else about them is gone.</summary>
    public string Of(PersonId person) => Of("person", $"{Fold(person.Source)}/{person.Number}");

    /// <summary>An e-mail address, whatever its case.</summary>
    public string OfEmail(PrivateText email) => email.IsHashed ? email.Reveal() : Of("e-mail", Fold(email.Reveal().Trim()));

    private string Of(string kind, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\n{text}")).AsSpan(0, 16));

#pragma warning disable CA1308 // Hashed, never shown; lower case is what mail systems compare in.
    private static string Fold(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
