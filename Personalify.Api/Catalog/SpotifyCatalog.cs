using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Catalog.Word;
using Personalify.Api.Imports;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Catalog;

/// <summary>
/// Keeps what Spotify says of artists, albums and tracks, from whichever answer it comes. A field that an answer leaves out stays as it
/// was, because simple objects and apps of Development Mode get fewer fields than others.
/// </summary>
public sealed class SpotifyCatalog(NpgsqlDataSource main, CatalogCache cache, TimeProvider clock)
{
    /// <summary>With their albums.</summary>
    public async Task KeepAsync(IReadOnlyCollection<FullTrack> tracks, CancellationToken cancellationToken)
    {
        await KeepTracksAsync(SpotifyCatalogRows.Of(tracks), cancellationToken);
        await KeepAsync([.. tracks.Select(track => track.Album).OfType<SimpleAlbum>()], cancellationToken);
    }

    /// <summary>An album and those of its tracks that were fetched with it; of these Spotify tells less than of single tracks.</summary>
    public async Task KeepAsync(FullAlbum album, IReadOnlyCollection<SimpleTrack> tracks, CancellationToken cancellationToken)
    {
        await KeepAsync([album], cancellationToken);
        await KeepTracksAsync(SpotifyCatalogRows.Of(album, tracks), cancellationToken);
    }

    public async Task KeepAsync(IReadOnlyCollection<SimpleAlbum> albums, CancellationToken cancellationToken)
    {
        var rows = SpotifyCatalogRows.Of(albums);
        await WriteAsync(SpotifyCatalogSql.KeepAlbums, rows, cancellationToken);
        await cache.ForgetAsync(SpotifyWordEntries.Album, Ids(rows), cancellationToken);
    }

    public async Task KeepAsync(IReadOnlyCollection<FullArtist> artists, CancellationToken cancellationToken)
    {
        var rows = SpotifyCatalogRows.Of(artists);
        await WriteAsync(SpotifyCatalogSql.KeepArtists, rows, cancellationToken);
        await cache.ForgetAsync(SpotifyWordEntries.Artist, Ids(rows), cancellationToken);
    }

    private static IEnumerable<string> Ids(List<Dictionary<string, object?>> rows) => rows.Select(row => (string)row["spotify_id"]!);

    private async Task KeepTracksAsync(List<Dictionary<string, object?>> rows, CancellationToken cancellationToken)
    {
        await WriteAsync(SpotifyCatalogSql.KeepTracks, rows, cancellationToken);
        await cache.ForgetAsync(SpotifyWordEntries.Track, Ids(rows), cancellationToken);
    }

    // One statement for all rows; they come as one parameter of JSON.
    private async Task WriteAsync(string sql, List<Dictionary<string, object?>> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return;
        var json = new NpgsqlParameter { Value = JsonSerializer.Serialize(rows), NpgsqlDbType = NpgsqlDbType.Jsonb };
        await using var command = main.CreateCommand(sql).With(json, clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
