using Personalify.Web.Api;
using Personalify.Web.Pages.History;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Top;

/// <summary>Exactly one of <c>Tracks</c>, <c>Artists</c> and <c>Albums</c> is asked for.</summary>
public sealed record TopListVariables(
    PeriodInput Period, PlayDefinition Play, PlayFilter? Filter, TopOrder By, bool Tracks, bool Artists, bool Albums)
{
    public string? After { get; init; }

    public bool IsFirst { get; init; } = true;
}

public sealed record TopListData(TopListUser? Me)
{
    public static readonly GraphQLOperation<TopListVariables, TopListData> Operation = new("Top/List");
}

public sealed record TopListUser(TopListListening Listening);

public sealed record TopListListening(
    ListedPage<ListedTrack>? TopTracks, ListedPage<ListedArtist>? TopArtists, ListedPage<ListedAlbum>? TopAlbums);

/// <param name="TotalCount">Of the first page only.</param>
public sealed record ListedPage<T>(int? TotalCount, IReadOnlyList<T>? Nodes, PageInfo PageInfo)
    where T : class;

public sealed record ListedTrack(int Rank, ListedWork Track, int Plays, long MsPlayed, bool IsNew);

public sealed record ListedArtist(int Rank, ListedName Artist, int Plays, long MsPlayed, int Tracks, bool IsNew);

public sealed record ListedAlbum(int Rank, ListedWork Album, int Plays, long MsPlayed, bool IsNew);

/// <summary>A track or an album.</summary>
public sealed record ListedWork(string Name, ListedName Artist);

public sealed record ListedName(string Name);
