using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Community;

public sealed record CommunityVariables(TopOrder By);

public sealed record CommunityData(ViewerUser? Viewer, CommunityView? Community) : IViewerAnswer
{
    public static readonly GraphQLOperation<CommunityVariables, CommunityData> Operation = new("Community/Index");
}

/// <summary>What the listeners who joined have heard together.</summary>
public sealed record CommunityView(
    CommunityState State, int MinimumListeners, DateTimeOffset? AsOf, bool IsCounted, CommunityTotals? Totals,
    IReadOnlyList<CommunityArtist>? TopArtists, IReadOnlyList<CommunityTrack>? TopTracks, IReadOnlyList<CommunityGenre>? TopGenres,
    IReadOnlyList<CommunityListeners>? TopListeners, IReadOnlyList<CommunityMonth>? Months);

public sealed record CommunityTotals(
    int Listeners, long Plays, long MsPlayed, long Artists, long Tracks, DateOnly? FirstDay, DateOnly? LastDay);

public sealed record CommunityArtist(int Rank, string Name, int Listeners, long Plays, long MsPlayed);

public sealed record CommunityTrack(int Rank, string Name, string ArtistName, int Listeners, long Plays, long MsPlayed);

public sealed record CommunityGenre(int Rank, string Name, int Listeners, long Plays, long MsPlayed);

public sealed record CommunityListeners(int Rank, int LastRank, long Plays, long MsPlayed, bool IsYou);

public sealed record CommunityMonth(DateOnly Month, long Plays, long MsPlayed);
