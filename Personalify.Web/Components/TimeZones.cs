namespace Personalify.Web.Components;

/// <summary>The zones one can choose from, by their IANA names.</summary>
public static class TimeZones
{
    public static IReadOnlyList<string> All { get; } =
    [
        "UTC",
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(IsPlace).Order(StringComparer.Ordinal),
    ];

    // Europe/Lisbon and America/Argentina/Salta, not EST5EDT, Etc/GMT+3 or posix/Europe/Lisbon.
    private static bool IsPlace(string id) =>
        id.Contains('/', StringComparison.Ordinal) && char.IsAsciiLetterUpper(id[0]) && !id.StartsWith("Etc/", StringComparison.Ordinal);
}
