using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Errors;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Catalog;

[QueryType]
public static class CatalogQueries
{
    private const int MaxTextLength = 100;
    private const int MaxFirst = 50;

    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("An artist of the signed-in user's history, or null.")]
    public static async Task<Artist?> GetArtistAsync(
        [ID<Artist>] [GraphQLDescription("Of the artist.")] long id,
        ArtistByIdDataLoader artists, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySeeDataOf(CatalogId.ListenerOf(id)) ? await artists.LoadAsync(id, cancellationToken) : null;

    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("An album of the signed-in user's history, or null.")]
    public static async Task<Album?> GetAlbumAsync(
        [ID<Album>] [GraphQLDescription("Of the album.")] long id,
        AlbumByIdDataLoader albums, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySeeDataOf(CatalogId.ListenerOf(id)) ? await albums.LoadAsync(id, cancellationToken) : null;

    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("A track of the signed-in user's history, or null.")]
    public static async Task<Track?> GetTrackAsync(
        [ID<Track>] [GraphQLDescription("Of the track.")] long id,
        TrackByIdDataLoader tracks, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySeeDataOf(CatalogId.ListenerOf(id)) ? await tracks.LoadAsync(id, cancellationToken) : null;

    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("Finds artists, albums and tracks of the own history by their names, best matches first.")]
    [ListSize(SlicingArguments = ["first"], SizedFields = ["artists", "albums", "tracks"])]
    public static async Task<SearchResult?> SearchAsync(
        [GraphQLDescription("1 to 100 characters that the name has anywhere; case and accents do not matter.")] string text,
        SearchStore store, DataLoaderScope loaders, ClaimsPrincipal principal, CancellationToken cancellationToken,
        [GraphQLDescription("How many of each kind at most, 1 to 50.")] int first = 10)
    {
        var wanted = text.Trim();
        if (wanted.Length is < 1 or > MaxTextLength) 
            throw OutOfRange(ArgumentErrors.InvalidText, "text", "characters, blanks around it not counted", wanted.Length, MaxTextLength);
        if (first is < 1 or > MaxFirst) throw OutOfRange(ArgumentErrors.InvalidSize, "first", "matches of each kind", first, MaxFirst);
        var found = await store.FindAsync(principal.GetUserId(), wanted, first, cancellationToken);
        found.PublishTo(loaders);
        return found;
    }

    private static GraphQLException OutOfRange(string code, string argument, string unit, int value, int limit) =>
        new($"The argument '{argument}' may ask for 1 to {limit} {unit}; it is {value}.", code);
}
