using NodaTime.TimeZones;

namespace Personalify.Api.Users;

/// <summary>
/// The names of time zones that may be kept: those of the tz database, aliases such as Asia/Calcutta included. What lies in the system's
/// folder of zones is more than that: <c>localtime</c> is another zone on another server, <c>right/…</c> counts leap seconds.
/// </summary>
public static class ZoneNames
{
    /// <summary>
    /// Whether the name is in the tz database in exactly this spelling, and .NET, which counts days in the zone, finds it on this server.
    /// </summary>
    public static bool IsKnown(string name) =>
        TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(name)
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.Id == name;
}
