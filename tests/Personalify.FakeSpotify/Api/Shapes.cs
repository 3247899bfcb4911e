using System.Text.Json.Nodes;
using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify.Api;

/// <summary>Invented things as Spotify writes such things, with or without the fields that apps of Development Mode lost.</summary>
internal sealed partial class Shapes(HttpRequest request, bool hasOldFields)
{
    private readonly string _host = $"{request.Scheme}://{request.Host}";

    public static Shapes Of(HttpRequest request, FakeWorld world) => new(request, world.Options.HasOldFields);

    public JsonObject SimpleArtist(FakeArtist artist) => Item("artist", artist.Id.Length > 0 ? artist.Id : null, artist.Name);

    public JsonObject Artist(FakeArtist artist)
    {
        var shape = SimpleArtist(artist);
        shape["images"] = Images(artist.Id);
        if (!hasOldFields) return shape;
        shape["followers"] = Followers(artist.Popularity * 1_000);
        shape["genres"] = Texts(artist.Genres);
        shape["popularity"] = artist.Popularity;
        return shape;
    }

    public JsonObject SimpleAlbum(FakeAlbum album)
    {
        var shape = Item("album", album.Id, album.Name);
        shape["album_type"] = album.Type;
        shape["total_tracks"] = album.Tracks.Count;
        shape["images"] = Images(album.Id);
        shape["release_date"] = album.ReleaseDate;
        shape["release_date_precision"] = album.Precision;
        shape["artists"] = new JsonArray(SimpleArtist(album.Artist));
        if (hasOldFields) shape["available_markets"] = Markets();
        return shape;
    }

    public JsonObject ArtistsAlbum(FakeAlbum album)
    {
        var shape = SimpleAlbum(album);
        if (hasOldFields) shape["album_group"] = album.Type;
        return shape;
    }

    public JsonObject Album(FakeAlbum album)
    {
        var shape = SimpleAlbum(album);
        shape["tracks"] = Pages.Embedded(request, $"albums/{album.Id}/tracks", album.Tracks, SimpleTrack, 50);
        shape["copyrights"] = new JsonArray(Copyright("C"), Copyright("P"));
        shape["external_ids"] = new JsonObject { ["upc"] = album.Upc };
        shape["genres"] = new JsonArray();
        if (!hasOldFields) return shape;
        shape["label"] = "An Invented Label";
        shape["popularity"] = album.Artist.Popularity;
        return shape;
    }

    public JsonObject SimpleTrack(FakeTrack track)
    {
        var shape = Item("track", track.Id, track.Name);
        shape["artists"] = new JsonArray([.. track.Artists.Select(SimpleArtist)]);
        shape["disc_number"] = track.IsLocal ? 0 : 1;
        shape["duration_ms"] = track.DurationMs;
        shape["explicit"] = track.Number == 4;
        shape["preview_url"] = null;
        shape["track_number"] = track.Number;
        shape["is_local"] = track.IsLocal;
        if (track.IsLocal) shape["uri"] = $"spotify:local:::{Uri.EscapeDataString(track.Name)}:{track.DurationMs / 1_000}";
        if (hasOldFields) shape["available_markets"] = Markets();
        return shape;
    }

    public JsonObject Track(FakeTrack track)
    {
        var shape = SimpleTrack(track);
        shape["album"] = track.Album is { } album ? SimpleAlbum(album) : NoAlbum();
        shape["external_ids"] = track.Isrc is { } isrc ? new JsonObject { ["isrc"] = isrc } : new JsonObject();
        if (hasOldFields) shape["popularity"] = track.Popularity;
        return shape;
    }

    public JsonObject? Playable(FakePlayable? item) => item switch
    {
        FakeTrack track => Track(track),
        FakeEpisode episode => Episode(episode),
        _ => null,
    };

    private static JsonObject NoAlbum() => new()
    {
        ["album_type"] = null, ["artists"] = new JsonArray(), ["external_urls"] = new JsonObject(), ["href"] = null, ["id"] = null,
        ["images"] = new JsonArray(), ["name"] = "", ["release_date"] = null, ["release_date_precision"] = null, ["type"] = "album",
        ["uri"] = null,
    };

    private JsonObject Item(string type, string? id, string name) => new()
    {
        ["external_urls"] = id is null ? new JsonObject() : new JsonObject { ["spotify"] = $"{_host}/open/{type}/{id}" },
        ["href"] = id is null ? null : $"{_host}/v1/{type}s/{id}",
        ["id"] = id,
        ["name"] = name,
        ["type"] = type,
        ["uri"] = id is null ? null : $"spotify:{type}:{id}",
    };

    private JsonArray Images(string id) => new([.. new[] { 640, 300, 64 }.Select(size => new JsonObject
    {
        ["url"] = $"{_host}/image/{Pictures.NameOf(id, size)}", ["height"] = size, ["width"] = size,
    })]);

    private static JsonObject Followers(int total) => new() { ["href"] = null, ["total"] = total };

    private static JsonObject Copyright(string type) => new() { ["text"] = "Invented, for tests", ["type"] = type };

    private static JsonArray Markets() => Texts(["NL", "ID", "DE"]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
