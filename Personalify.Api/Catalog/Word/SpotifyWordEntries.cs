using System.Text.Json.Serialization;

namespace Personalify.Api.Catalog.Word;

/// <summary>
/// How Spotify's word lies in the cache: <c>spotify_artist:{id}</c>, <c>spotify_album:{id}</c>, <c>spotify_track:{id}</c>.
/// </summary>
internal static class SpotifyWordEntries
{
    public static CatalogEntry<string, SpotifyArtist> Artist { get; } =
        new("spotify_artist", SpotifyWordJson.Default.SpotifyArtist, artist => artist.SpotifyId);

    public static CatalogEntry<string, SpotifyAlbum> Album { get; } =
        new("spotify_album", SpotifyWordJson.Default.SpotifyAlbum, album => album.SpotifyId);

    public static CatalogEntry<string, SpotifyTrack> Track { get; } =
        new("spotify_track", SpotifyWordJson.Default.SpotifyTrack, track => track.AskedId);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SpotifyArtist))]
[JsonSerializable(typeof(SpotifyAlbum))]
[JsonSerializable(typeof(SpotifyTrack))]
internal sealed partial class SpotifyWordJson : JsonSerializerContext;
