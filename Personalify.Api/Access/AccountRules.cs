using System.Globalization;
using System.Text;
using Personalify.Api.Errors;

namespace Personalify.Api.Access;

/// <summary>What a name and a password may be.</summary>
public static class AccountRules
{
    public const int MaxNameLength = 64;

    /// <summary>Names are compared without case; letters composed differently are the same letters.</summary>
    public static string NormalizeName(string name) => name.Trim().Normalize(NormalizationForm.FormC);

    public static InvalidInputError? CheckName(string name, string field)
    {
        if (name.Length is 0 or > MaxNameLength)
            return new InvalidInputError($"The name has {name.Length} characters. Choose one with 1 to {MaxNameLength}.", field);
        return !name.All(IsVisible) ? new InvalidInputError("The name has invisible characters. Leave them out.", field) : null;
    }

    public static InvalidInputError? CheckPassword(string password, string field) => Passwords.IsAllowed(password)
        ? null
        : new InvalidInputError(
            $"The password has {password.Length} characters. Choose one with {Passwords.MinLength} to {Passwords.MaxLength}.", field);

    /// <summary>Two names that look the same must not be two accounts.</summary>
    internal static bool IsVisible(char character) =>
        char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
