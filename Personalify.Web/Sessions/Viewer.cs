using Personalify.Web.Api;

namespace Personalify.Web.Sessions;

/// <summary>Who looks, where a page asks for nothing else.</summary>
public sealed record ViewerData(ViewerUser? Viewer) : IViewerAnswer
{
    public static readonly GraphQLOperation<NoVariables, ViewerData> Operation = new("Shared/Viewer");
}

public sealed record ServerInfo(string Version, bool NeedsFirstAccount, bool HasDemo, SpotifyServer Spotify);

/// <summary>Whether one can sign in with Spotify here, and whether it is the demo Spotify.</summary>
public sealed record SpotifyServer(bool IsConfigured, bool IsDemo);

public sealed record ViewerUser(
    string Id, string Name, string DisplayName, UserRole Role, string TimeZone, bool IsDemo, Coverage? Coverage,
    SpokenWordCoverage? SpokenWordCoverage = null, bool HasPassword = true, ViewerSpotify? Spotify = null,
    bool IsInCommunity = false);

/// <summary>What every page says of a connection with Spotify: that it is a demo, or ends.</summary>
public sealed record ViewerSpotify(
    bool IsDemo, SpotifyConnectionStatus Status, DateTimeOffset ExpiresAt, ExpiryWarning? ExpiryWarning);

/// <summary>The first and the last day with an episode or a chapter.</summary>
public sealed record SpokenWordCoverage(DateOnly FirstDay, DateOnly LastDay);

/// <summary>The first and the last day with a play, and how many rows are kept.</summary>
public sealed record Coverage(DateOnly FirstDay, DateOnly LastDay, int Plays)
{
    /// <summary>The calendar years of it, the newest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(FirstDay.Year, LastDay.Year - FirstDay.Year + 1).Reverse();
}

/// <summary>The person who looks at the page, with the zone in which their days are counted.</summary>
public sealed class Viewer(ViewerUser user, TimeProvider time)
{
    public ViewerUser User { get; } = user;

    // A machine without zone data knows UTC only; the offset of a shown time says so.
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public DateOnly Today => DateOnly.FromDateTime(InZone(time.GetUtcNow()).DateTime);

    public DateTimeOffset InZone(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
