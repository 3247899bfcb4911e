using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>
/// Whose plays of which days are summed by which definition. Its fields ask the <see cref="ListeningLoader"/> for what they show.
/// </summary>
[GraphQLName("Listening")]
[GraphQLDescription("The sums of a period. Every field counts the same plays by the same definition.")]
public sealed record PeriodListening(
    [GraphQLIgnore] int UserId,
    [GraphQLIgnore] ZoneClock Clock,
    [GraphQLIgnore] PeriodBounds Bounds,
    PlayDefinition Play,
    [GraphQLIgnore] ListeningFilter Filter)
{
    /// <summary>All plays of the same period and definition, which shares and ranks are told of.</summary>
    [GraphQLIgnore]
    public PeriodListening Whole => this with { Filter = ListeningFilter.None };
}

[GraphQLName("ListeningTotals")]
public sealed record PeriodTotals([GraphQLIgnore] PeriodListening Of);

public sealed record TopTrack(int Rank, [GraphQLIgnore] long TrackId, int Plays, long MsPlayed);

public sealed record TopArtist(
    int Rank,
    [GraphQLIgnore] long ArtistId,
    int Plays,
    long MsPlayed,
    [GraphQLDescription("How many of the artist's tracks were played.")] int Tracks);

public sealed record TopAlbum(int Rank, [GraphQLIgnore] long AlbumId, int Plays, long MsPlayed);
