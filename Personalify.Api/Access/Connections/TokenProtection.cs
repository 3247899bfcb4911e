using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Personalify.Api.Access.Connections;

/// <summary>Encrypts tokens of Spotify by the Api's protection keys, so that the database alone gives none away.</summary>
public sealed class TokenProtection(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("Personalify.SpotifyTokens.v1");

    public byte[] Protect(string token) => _protector.Protect(Encoding.UTF8.GetBytes(token));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of another server, or none, protect it.</exception>
    public string Unprotect(byte[] token) => Encoding.UTF8.GetString(_protector.Unprotect(token));
}
