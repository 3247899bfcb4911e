using Personalify.Web.Api;
using Personalify.Web.Pages.History;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>Exactly one of the three <c>Of…</c> is true: whose place it is.</summary>
public sealed record PlaceVariables(
    string Id, bool OfArtist, bool OfAlbum, bool OfTrack, PeriodInput Period, PeriodInput Before, bool Compare, PlayDefinition Play,
    TopOrder OrderBy, PlayFilter Plays);

public sealed record PlaceData(PlaceItem? Artist, PlaceItem? Album, PlaceItem? Track, PlaceUser? Me)
{
    public static readonly GraphQLOperation<PlaceVariables, PlaceData> Operation = new("Places/Index");

    public PlaceItem? Item => Artist ?? Album ?? Track;
}

/// <param name="Id">As the address has it.</param>
/// <param name="Name">Of the artist, album or track.</param>
/// <param name="ImageUrl">The artwork, where Spotify told of one.</param>
/// <param name="SpotifyId">Of a track that has one.</param>
/// <param name="Artist">Whose album or track it is.</param>
/// <param name="Album">On which a track is, where its rows say so.</param>
/// <param name="Ever">All plays of any length.</param>
/// <param name="All">All plays that count.</param>
/// <param name="Now">The plays of the period.</param>
/// <param name="Before">Those of the period before, where the history reaches back so far.</param>
public sealed record PlaceItem(
    string Id, string Name, string? ImageUrl, string? SpotifyId, ArtistReference? Artist, ArtistReference? Album,
    PlaceEver Ever, PlaceRank All, PlaceNow Now, PlaceBefore? Before);

public sealed record PlaceEver(PlaceCount Totals, PlacePlay? FirstPlay, PlacePlay? LastPlay);

public sealed record PlaceCount(int Plays);

public sealed record PlacePlay(DateTimeOffset EndedAt, ArtistReference Track);

public sealed record PlaceRank(int? Rank);

public sealed record PlaceNow(
    PlaceTotals Totals, int? Rank, double Share, IReadOnlyList<DayListening> ByDay, IReadOnlyList<MonthListening> ByMonth,
    IReadOnlyList<WeekdayHourListening> ByWeekdayHour, PlaceTop<TopTrack>? TopTracks, PlaceTop<TopAlbum>? TopAlbums);

public sealed record PlaceTotals(int Plays, long MsPlayed, int Tracks, int ActiveDays, Streak? LongestStreak);

public sealed record PlaceTop<T>(IReadOnlyList<T>? Nodes);

public sealed record PlaceBefore(
    PlaceBeforeTotals Totals, int? Rank, IReadOnlyList<DayListening> ByDay, IReadOnlyList<MonthListening> ByMonth);

public sealed record PlaceBeforeTotals(int Plays, long MsPlayed);

public sealed record PlaceUser(PlacePlays Plays);

public sealed record PlacePlays(IReadOnlyList<Play>? Nodes);
