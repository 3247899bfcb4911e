using System.Security.Cryptography;
using System.Text;

namespace Personalify.FakeSpotify.Invented;

/// <summary>Ids that look like Spotify's, 22 letters and digits, and are the same in every run.</summary>
internal static class FakeId
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Of(string kind, int number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"fake {kind} {number}"));
        return string.Concat(hash.Take(22).Select(value => Digits[value % Digits.Length]));
    }

    /// <summary>A number below <paramref name="end"/> that only its arguments decide.</summary>
    public static int Number(string what, long number, int end)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"fake {what} {number}"));
        return (int)(BitConverter.ToUInt32(hash) % (uint)end);
    }
}
