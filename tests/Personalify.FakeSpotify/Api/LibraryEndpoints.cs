using System.Text.Json.Nodes;
using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify.Api;

/// <summary>What a listener has saved and follows.</summary>
internal static class LibraryEndpoints
{
    private const string Library = "user-library-read";

    public static void MapLibrary(this RouteGroupBuilder api)
    {
        api.MapGet("/me/tracks", (HttpRequest request, FakeWorld world) =>
            Saved(request, request.Listener().SavedTracks, "track", Shapes.Of(request, world).Track)).Needs(Library);
        api.MapGet("/me/albums", (HttpRequest request, FakeWorld world) =>
            Saved(request, request.Listener().SavedAlbums, "album", Shapes.Of(request, world).Album)).Needs(Library);
        api.MapGet("/me/shows", (HttpRequest request, FakeWorld world) =>
            Saved(request, request.Listener().SavedShows, "show", Shapes.Of(request, world).SimpleShow)).Needs(Library);
        api.MapGet("/me/episodes", (HttpRequest request, FakeWorld world) =>
            Saved(request, request.Listener().SavedEpisodes, "episode", Shapes.Of(request, world).Episode))
            .Needs(Library, "user-read-playback-position");
        api.MapGet("/me/audiobooks", (HttpRequest request, FakeWorld world) =>
            Answers.Json(Pages.ByOffset(request, request.Listener().SavedAudiobooks, Shapes.Of(request, world).Audiobook))).Needs(Library);
        api.MapGet("/me/following", Following).Needs("user-follow-read");
    }

    private static IResult Saved<T>(HttpRequest request, List<FakeSaved<T>> saved, string name, Func<T, JsonObject> shape) => Answers.Json(
        Pages.ByOffset(request, saved, entry => new JsonObject { ["added_at"] = Shapes.Time(entry.AddedAt), [name] = shape(entry.Item) }));

    private static IResult Following(HttpRequest request, FakeWorld world)
    {
        if (request.Query["type"] != "artist") throw SpotifyError.BadRequest("Invalid type");
        var limit = Pages.Number(request, "limit", 20, 1, 50);
        var all = request.Listener().FollowedArtists;
        var start = request.Query["after"] is [{ } after] ? all.FindIndex(artist => artist.Id == after) + 1 : 0;
        var page = all.Skip(start).Take(limit).ToList();
        var last = start + limit < all.Count ? page[^1].Id : null;
        var path = $"{Pages.Root(request)}me/following?type=artist&limit={limit}";
        return Answers.Json(new JsonObject
        {
            ["artists"] = new JsonObject
            {
                ["href"] = path, ["limit"] = limit, ["next"] = last is null ? null : $"{path}&after={last}",
                ["cursors"] = new JsonObject { ["after"] = last }, ["total"] = all.Count,
                ["items"] = new JsonArray([.. page.Select(Shapes.Of(request, world).Artist)]),
            },
        });
    }
}
