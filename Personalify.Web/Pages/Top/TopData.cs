using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Top;

/// <summary>Exactly one of <c>Tracks</c>, <c>Artists</c> and <c>Albums</c> is asked for.</summary>
public sealed record TopVariables(
    PeriodInput Period, PeriodInput Before, bool Compare, PlayDefinition Play, TopOrder By, int First, bool Tracks, bool Artists, bool Albums);

public sealed record TopData(ViewerUser? Viewer, TopUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<TopVariables, TopData> Operation = new("Top/Index");
}

public sealed record TopUser(TopNow Now, TopBefore? Before);

public sealed record TopNow(
    TopTotals Totals, TopList<TopTrack>? TopTracks, TopList<TopArtist>? TopArtists, TopList<TopAlbum>? TopAlbums);

public sealed record TopTotals(int Tracks, int Artists, int Albums);

public sealed record TopBefore(
    TopList<RankedTrack>? TopTracks, TopList<RankedArtist>? TopArtists, TopList<RankedAlbum>? TopAlbums);
