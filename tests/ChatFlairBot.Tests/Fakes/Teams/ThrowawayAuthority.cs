using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>
/// A certificate authority that lives as long as a test, and its one certificate for this machine. A process trusts it by <c>SSL_CERT_FILE</c>
/// (Node.js: <c>NODE_EXTRA_CA_CERTS</c>), code in this process by <see cref="CreateHandler"/> or <see cref="Root"/>.
/// </summary>
internal sealed class ThrowawayAuthority : IDisposable
{
    private readonly TempFolder _folder = new();

    public ThrowawayAuthority()
    {
        // TLS looks at the machine's clock, whatever the test's says.
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Throwaway authority of a test", rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var root = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        Server = MakeServer(root, now);
        Root = X509CertificateLoader.LoadCertificate(root.Export(X509ContentType.Cert));
        PemPath = _folder.File("ca.pem");
        File.WriteAllText(PemPath, Root.ExportCertificatePem());
    }

    /// <summary>The authority itself, without its key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>For <c>localhost</c> and 127.0.0.1, with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>Where the authority lies as PEM.</summary>
    public string PemPath { get; }

    /// <summary>Trusts this authority and nobody else.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { Root }, RevocationMode = X509RevocationMode.NoCheck },
        },
    };

    public void Dispose()
    {
        Server.Dispose();
        Root.Dispose();
        _folder.Dispose();
    }

    private static X509Certificate2 MakeServer(X509Certificate2 root, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(root, now.AddDays(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(12));
        return certificate.CopyWithPrivateKey(key);
    }
}
