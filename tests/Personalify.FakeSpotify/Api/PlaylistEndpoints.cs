namespace Personalify.FakeSpotify.Api;

/// <summary>Playlists; the entries of those that are another's are forbidden.</summary>
internal static class PlaylistEndpoints
{
    private const string Private = "playlist-read-private";

    public static void MapPlaylists(this RouteGroupBuilder api)
    {
        api.MapGet("/me/playlists", (HttpRequest request, FakeWorld world) => Answers.Json(Pages.ByOffset(
            request, request.Listener().Playlists,
            playlist => Shapes.Of(request, world).SimplePlaylist(playlist, request.Listener())))).Needs(Private);
        api.MapGet("/playlists/{id}", (HttpRequest request, FakeWorld world, string id) => Answers.Json(
            Shapes.Of(request, world).Playlist(request.Listener().Playlist(id) ?? throw SpotifyError.NotFound(), request.Listener())))
            .Needs(Private);
        api.MapGet("/playlists/{id}/items", Items).Needs(Private);
    }

    private static IResult Items(HttpRequest request, FakeWorld world, string id)
    {
        var playlist = request.Listener().Playlist(id) ?? throw SpotifyError.NotFound();
        if (!Shapes.Reads(playlist, request.Listener())) throw SpotifyError.Forbidden();
        return Answers.Json(Pages.ByOffset(request, playlist.Entries.ToList(), Shapes.Of(request, world).Entry));
    }
}
