using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Personalify.Api.Access;

/// <summary>The rules of passwords, and their hashes in ASP.NET Core's format (PBKDF2 with HMAC-SHA512 and a salt for each).</summary>
public sealed class Passwords
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    /// <summary>OWASP's recommendation for PBKDF2 with HMAC-SHA512.</summary>
    private const int Iterations = 210_000;

    private readonly PasswordHasher<object> _hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    private readonly string _hashOfNobody;

    public Passwords() => _hashOfNobody = Hash(SessionToken.Create());

    public static bool IsAllowed(string password) => password.Length is >= MinLength and <= MaxLength;

    public string Hash(string password) => _hasher.HashPassword(this, Normalize(password));

    /// <summary>Compares. Without a hash it takes as long and is always wrong, so that nobody learns by the time which names exist.</summary>
    public bool Verify(string? hash, string password)
    {
        if (password.Length > MaxLength) return false;
        var result = _hasher.VerifyHashedPassword(this, hash ?? _hashOfNobody, Normalize(password));
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>Keyboards compose letters differently; the same password must stay the same.</summary>
    private static string Normalize(string password) => password.Normalize(NormalizationForm.FormC);
}
