using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>A key that the channel signs its calls with, and for which channels Microsoft vouches that they may use it.</summary>
internal sealed class SigningKey(string id, params IReadOnlyList<string> endorsements)
{
    private readonly RSA _rsa = RSA.Create(2_048);

    public string Id => id;

    public IReadOnlyList<string> Endorsements => endorsements;

    public byte[] Sign(byte[] data) => Sign(data, HashAlgorithmName.SHA256);

    public byte[] Sign(byte[] data, HashAlgorithmName hash) => _rsa.SignData(data, hash, RSASignaturePadding.Pkcs1);

    /// <summary>As everybody may read it, for forgers who sign with what is public.</summary>
    public byte[] PublicPem() => System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    /// <summary>As the identity service publishes it.</summary>
    public JsonObject ToJwk()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["x5t"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (endorsements.Count > 0) jwk["endorsements"] = new JsonArray([.. endorsements.Select(one => (JsonNode)one)]);
        return jwk;
    }
}
