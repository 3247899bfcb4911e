using System.Text.Json.Nodes;

namespace Personalify.FakeSpotify.Api;

/// <summary>Search by names, ten at a time.</summary>
internal static class SearchEndpoint
{
    public static void MapSearch(this RouteGroupBuilder api) => api.MapGet("/search", (HttpRequest request, FakeWorld world) =>
    {
        var text = request.Query["q"].ToString();
        if (text.Length == 0) throw SpotifyError.BadRequest("No search query");
        var answer = new JsonObject();
        foreach (var type in request.Query["type"].ToString().Split(',')) answer[type + "s"] = Found(request, world, type, text);
        return Answers.Json(answer);
    });

    private static JsonObject Found(HttpRequest request, FakeWorld world, string type, string text)
    {
        var (catalogue, shapes) = (world.Catalogue, Shapes.Of(request, world));
        bool Matches(string name) => name.Contains(text, StringComparison.OrdinalIgnoreCase);
        return type switch
        {
            "track" => Page(request, catalogue.Tracks.Where(track => Matches(track.Name) || "isrc:" + track.Isrc == text), shapes.Track),
            "artist" => Page(request, catalogue.Artists.Where(artist => Matches(artist.Name)), shapes.Artist),
            "album" => Page(request, catalogue.Albums.Where(album => Matches(album.Name)), shapes.SimpleAlbum),
            _ => throw SpotifyError.BadRequest("Bad search type field " + type),
        };
    }

    private static JsonObject Page<T>(HttpRequest request, IEnumerable<T> found, Func<T, JsonObject> shape) =>
        Pages.ByOffset(request, [.. found], shape, most: 10, usual: 5);
}
