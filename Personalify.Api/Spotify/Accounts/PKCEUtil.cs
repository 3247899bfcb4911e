using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.Api.Spotify.Accounts;

/// <summary>Proof that who exchanges a code is who asked for it.</summary>
public static class PKCEUtil
{
    /// <summary>A new verifier, which stays on the server, and its challenge, which goes with the browser.</summary>
    public static (string Verifier, string Challenge) GenerateCodes()
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64));
        return (verifier, ChallengeOf(verifier));
    }

    public static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
