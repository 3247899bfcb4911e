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
    [GraphQLDescription("What counts as a play here.")] PlayDefinition Play,
    [GraphQLIgnore] ListeningFilter Filter)
{
    /// <summary>All plays of the same period and definition, which shares and ranks are told of.</summary>
    [GraphQLIgnore]
    public PeriodListening Whole => this with { Filter = ListeningFilter.None };
}

[GraphQLName("ListeningTotals")]
[GraphQLDescription("What the plays that are counted add up to.")]
public sealed record PeriodTotals([GraphQLIgnore] PeriodListening Of);

[GraphQLDescription("A place in the ranking of tracks.")]
public sealed record TopTrack(
    [GraphQLIgnore] PeriodListening Of,
    [GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [GraphQLIgnore] long TrackId,
    [GraphQLDescription("How many plays are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed);

[GraphQLDescription("A place in the ranking of artists.")]
public sealed record TopArtist(
    [GraphQLIgnore] PeriodListening Of,
    [GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [GraphQLIgnore] long ArtistId,
    [GraphQLDescription("How many plays are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed,
    [GraphQLDescription("How many of the artist's tracks were played.")] int Tracks);

[GraphQLDescription("A place in the ranking of albums.")]
public sealed record TopAlbum(
    [GraphQLIgnore] PeriodListening Of,
    [GraphQLDescription("1 is the highest; no rank is given twice.")] int Rank,
    [GraphQLIgnore] long AlbumId,
    [GraphQLDescription("How many plays are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed);
