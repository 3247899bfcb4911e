using System.Globalization;
using System.Text;
using Personalify.Api.Errors;

namespace Personalify.Api.Users;

/// <summary>What a profile may hold.</summary>
public static class ProfileRules
{
    private const int MaxDisplayNameLength = 128;

    public static InvalidInputError? CheckDisplayName(string displayName, string field)
    {
        if (displayName.Length is 0 or > MaxDisplayNameLength)
            return new InvalidInputError($"The display name has {displayName.Length} characters. Choose one with 1 to {MaxDisplayNameLength}.", field);
        if (!displayName.EnumerateRunes().Any(IsVisible))
            return new InvalidInputError("The display name has no visible character. Choose one that others can read.", field);
        return displayName.Any(char.IsControl) ? new InvalidInputError("The display name has control characters. Leave them out.", field) : null;
    }

    /// <summary>Only IANA names, because they mean the same on every server.</summary>
    public static InvalidInputError? CheckTimeZone(string timeZone, string field) =>
        ZoneNames.IsKnown(timeZone)
            ? null
            : new InvalidInputError($"'{Shorten(timeZone)}' is not the IANA name of a time zone. Send one such as Europe/Berlin or UTC.", field);

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control);

    private static string Shorten(string text) => text.Length <= 64 ? text : text[..64] + "…";
}
