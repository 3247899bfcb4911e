using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.Api.Access;

/// <summary>256 random bits that prove who somebody is. The server keeps only their hash, so that a stolen database signs nobody in.</summary>
public static class SessionToken
{
    private const int Bytes = 32;
    private static readonly int Characters = Base64Url.GetEncodedLength(Bytes);

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text can be a token at all; anything else is not worth asking the store for.</summary>
    public static bool IsWellFormed(string token) => token.Length == Characters && Base64Url.IsValid(token);

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
