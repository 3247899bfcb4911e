using System.Text.Json.Nodes;

namespace Personalify.FakeSpotify.Api;

/// <summary>Single artists, albums, tracks, shows and episodes, and what was removed in 2026.</summary>
internal static class CatalogueEndpoints
{
    private static readonly string[] Removed =
    [
        "/artists", "/albums", "/tracks", "/shows", "/episodes", "/audiobooks", "/chapters", "/playlists/{id}/tracks",
        "/users/{id}", "/users/{id}/playlists", "/artists/{id}/top-tracks", "/artists/{id}/related-artists", "/browse/new-releases",
        "/browse/categories", "/browse/categories/{id}", "/markets", "/recommendations", "/audio-features/{id}",
        "/audio-analysis/{id}", "/me/tracks/contains", "/me/albums/contains", "/me/following/contains",
    ];

    public static void MapCatalogue(this RouteGroupBuilder api)
    {
        api.MapGet("/artists/{id}", (HttpRequest request, FakeWorld world, string id) =>
            One(world.Catalogue.ArtistById, id, Shapes.Of(request, world).Artist));
        api.MapGet("/artists/{id}/albums", (HttpRequest request, FakeWorld world, string id) => Answers.Json(Pages.ByOffset(
            request, [.. world.Catalogue.Albums.Where(album => album.Artist.Id == id)], Shapes.Of(request, world).ArtistsAlbum,
            most: 10, usual: 5)));
        api.MapGet("/albums/{id}", (HttpRequest request, FakeWorld world, string id) =>
            One(world.Catalogue.AlbumById, id, Shapes.Of(request, world).Album));
        api.MapGet("/albums/{id}/tracks", (HttpRequest request, FakeWorld world, string id) => Answers.Json(Pages.ByOffset(
            request, Find(world.Catalogue.AlbumById, id).Tracks, Shapes.Of(request, world).SimpleTrack)));
        api.MapGet("/tracks/{id}", (HttpRequest request, FakeWorld world, string id) =>
            One(world.Catalogue.TrackById, id, Shapes.Of(request, world).Track));
        api.MapGet("/shows/{id}", (HttpRequest request, FakeWorld world, string id) =>
            One(world.Catalogue.ShowById, id, Shapes.Of(request, world).Show)).Needs("user-read-playback-position");
        api.MapGet("/shows/{id}/episodes", (HttpRequest request, FakeWorld world, string id) => Answers.Json(Pages.ByOffset(
            request, Find(world.Catalogue.ShowById, id).Episodes, Shapes.Of(request, world).SimpleEpisode)))
            .Needs("user-read-playback-position");
        api.MapGet("/episodes/{id}", (HttpRequest request, FakeWorld world, string id) =>
            One(world.Catalogue.EpisodeById, id, Shapes.Of(request, world).Episode)).Needs("user-read-playback-position");
    }

    public static void MapRemoved(this RouteGroupBuilder api)
    {
        foreach (var path in Removed) api.MapGet(path, IResult () => throw SpotifyError.Forbidden());
        api.MapFallback(IResult () => throw new SpotifyError(StatusCodes.Status404NotFound, "Service not found"));
    }

    private static IResult One<T>(IReadOnlyDictionary<string, T> all, string id, Func<T, JsonObject> shape) =>
        Answers.Json(shape(Find(all, id)));

    private static T Find<T>(IReadOnlyDictionary<string, T> all, string id)
    {
        if (id.Length != 22 || !id.All(char.IsAsciiLetterOrDigit)) throw SpotifyError.BadRequest("Invalid base62 id");
        return all.TryGetValue(id, out var found) ? found : throw SpotifyError.NotFound();
    }
}
