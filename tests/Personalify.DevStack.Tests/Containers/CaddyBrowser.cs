using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>A browser that trusts one authority and no other.</summary>
internal static class CaddyBrowser
{
    public static HttpClient Trusting(string authorityFile)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(authorityFile);
        return new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        });
    }
}
