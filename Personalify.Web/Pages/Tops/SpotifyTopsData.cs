using Personalify.Web.Api;
using Personalify.Web.Pages.SyncHistory;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Tops;

/// <summary>Exactly one of <c>Artists</c> and <c>Tracks</c> is asked for, or neither where genres are shown.</summary>
public sealed record SpotifyTopsVariables(TimeRange Range, string? Run, bool Artists, bool Tracks);

public sealed record SpotifyTopsData(ViewerUser? Viewer, SpotifyTopsUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<SpotifyTopsVariables, SpotifyTopsData> Operation = new("Tops/Index");
}

public sealed record SpotifyTopsUser(SpotifyTops? Tops, SyncStatus? CurrentSync);

public sealed record SpotifyTops(
    string Run, DateTimeOffset SyncedAt, string? GenresReason, IReadOnlyList<SpotifyGenre>? Genres, IReadOnlyList<SpotifyTopEntry>? Artists,
    IReadOnlyList<SpotifyTopEntry>? Tracks, IReadOnlyList<TopsMoment>? Moments);

public sealed record SpotifyGenre(int Rank, string Name, int Artists);

public sealed record SpotifyTopEntry(
    int Rank, string Name, string? ImageUrl, string Url, IReadOnlyList<string> ArtistNames, TopMovement? Movement, Identity? Own);

/// <summary>A place of a list, with the way to it in the listener's own history.</summary>
/// <param name="Mark">By which an address names it, where one does.</param>
public sealed record SpotifyTopRow(SpotifyTopEntry Entry, string? Href, string? Mark);

public sealed record TopMovement(MovementKind Kind, int Places);

public sealed record TopsMoment(string Run, DateTimeOffset SyncedAt);

public sealed record SyncStatus(
    SyncState Status, SyncPart? Part, int Fetched, IReadOnlyList<SyncPart> Wanted, IReadOnlyList<SyncStatusPart> Done);

public sealed record SyncStatusPart(SyncPart Part);

public sealed record TopsStatusData(ViewerUser? Viewer, TopsStatusUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<NoVariables, TopsStatusData> Operation = new("Tops/Status");
}

public sealed record TopsStatusUser(SyncStatus? CurrentSync);

public sealed record SyncNowVariables(SyncNowInput Input);

public sealed record SyncNowInput(IReadOnlyList<SyncPart>? Parts);

public sealed record SyncNowData(SyncNowPayload SyncNow)
{
    public static readonly GraphQLOperation<SyncNowVariables, SyncNowData> Operation = new("Tops/SyncNow");
}

public sealed record SyncNowPayload(SyncAtWork? Run, IReadOnlyList<MutationError>? Errors);
