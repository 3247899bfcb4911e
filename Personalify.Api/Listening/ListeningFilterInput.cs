using Personalify.Api.Catalog;
using Personalify.Api.Errors;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Listening;

[GraphQLDescription("Which plays are counted. Every field that is given must hold; a missing one lets every play through.")]
public sealed record ListeningFilterInput
{
    [ID<Artist>]
    [GraphQLDescription("Plays of tracks of this artist.")]
    public long? ArtistId { get; init; }

    [ID<Album>]
    [GraphQLDescription("Plays of tracks of this album.")]
    public long? AlbumId { get; init; }

    [ID<Track>]
    [GraphQLDescription("Plays of this track.")]
    public long? TrackId { get; init; }

    [GraphQLDescription("Plays on this kind of device.")]
    public Platform? Platform { get; init; }

    [GraphQLDescription("Plays that ended in one of these hours of the listener's day, 0 to 23.")]
    public IReadOnlyList<int>? Hours { get; init; }

    [GraphQLDescription("Plays that ended on one of these days of the listener's week.")]
    public IReadOnlyList<Weekday>? Weekdays { get; init; }

    // What no entry has: an entry of another listener has no play here, and neither has one that does not exist.
    private const int NoEntry = -1;

    /// <exception cref="GraphQLException">An hour is none of a day.</exception>
    public ListeningFilter ToFilter(int userId)
    {
        foreach (var hour in Hours ?? [])
        {
            if (hour is < 0 or > 23)
                throw new GraphQLException($"The filter's hours may be 0 to 23; one of them is {hour}.", ArgumentErrors.InvalidFilter);
        }

        var filter = new ListeningFilter
        {
            Artist = Number(ArtistId, userId), Album = Number(AlbumId, userId), Track = Number(TrackId, userId), Platform = Platform,
        };
        if (Hours is { } hours) filter = filter.AtHours(hours);
        return Weekdays is { } weekdays ? filter.OnWeekdays(weekdays) : filter;
    }

    private static int? Number(long? id, int userId) =>
        id is { } entry ? CatalogId.NumberFor(userId, entry) ?? NoEntry : null;
}
