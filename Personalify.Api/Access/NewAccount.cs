namespace Personalify.Api.Access;

/// <summary>What an account is made of, as it was sent.</summary>
public sealed record NewAccount(string Name, string Password, string? DisplayName, string? TimeZone)
{
    public const string OfName = "The name to sign in with, 1 to 64 characters; case does not matter.";
    public const string OfPassword = "8 to 128 characters.";
    public const string OfDisplayName = "How the person is called, 1 to 128 characters; the name when missing.";
    public const string OfTimeZone = "The IANA name of the zone in which days and hours are counted; UTC when missing.";
}
