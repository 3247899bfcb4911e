using Personalify.Web.Api;
using Personalify.Web.Pages.History;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>Exactly one of the three <c>Of…</c> is true: whose place it is.</summary>
public sealed record PlaceVariables(
    string Id, bool OfArtist, bool OfAlbum, bool OfTrack, PeriodInput Period, PeriodInput Before, bool Compare, PlayDefinition Play,
    TopOrder OrderBy, PlayFilter Plays);

public sealed record PlaceData(ViewerUser? Viewer, ArtistPlace? Artist, AlbumPlace? Album, TrackPlace? Track, PlaceUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<PlaceVariables, PlaceData> Operation = new("Places/Index");
}

public sealed record ArtistPlace(
    string Id, string Name, string? ImageUrl, PlaceEver? Ever, PlaceRank? All, PlaceNow? Now, ArtistTops? Tops, PlaceBefore? Before);

public sealed record AlbumPlace(
    string Id, string Name, string? ImageUrl, ArtistReference Artist, PlaceEver? Ever, PlaceRank? All, PlaceNow? Now, AlbumTops? Tops,
    PlaceBefore? Before);

public sealed record TrackPlace(
    string Id, string Name, string? ImageUrl, string? SpotifyId, ArtistReference Artist, AlbumReference? Album, PlaceEver? Ever,
    PlaceRank? All, PlaceNow? Now, PlaceBefore? Before);

public sealed record AlbumReference(string Id, string Name);

public sealed record ArtistTops(TopList<TopTrack>? TopTracks, TopList<TopAlbum>? TopAlbums);

public sealed record AlbumTops(TopList<TopTrack>? TopTracks);

public sealed record PlaceEver(PlaceCount Totals, PlacePlay? FirstPlay, PlacePlay? LastPlay);

public sealed record PlaceCount(int Plays);

public sealed record PlacePlay(DateTimeOffset EndedAt, PlaceTrack Track);

public sealed record PlaceTrack(string Id, string Name);

public sealed record PlaceRank(int? Rank);

public sealed record PlaceNow(
    PlaceTotals Totals, int? Rank, double Share, IReadOnlyList<DayListening> ByDay, IReadOnlyList<MonthListening> ByMonth,
    IReadOnlyList<WeekdayHourListening> ByWeekdayHour);

public sealed record PlaceTotals(int Plays, long MsPlayed, int Tracks, int ActiveDays, Streak? LongestStreak);

public sealed record PlaceBefore(
    PlaceBeforeTotals Totals, int? Rank, IReadOnlyList<DayListening> ByDay, IReadOnlyList<MonthListening> ByMonth);

public sealed record PlaceBeforeTotals(int Plays, long MsPlayed);

public sealed record PlaceUser(PlacePlays? Plays);

public sealed record PlacePlays(IReadOnlyList<Play>? Nodes);
