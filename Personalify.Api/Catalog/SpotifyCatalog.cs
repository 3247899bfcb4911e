using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Imports;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Catalog;

/// <summary>
/// Keeps what Spotify says of artists, albums and tracks, from whichever answer it comes. A field that an answer leaves out stays as it was,
/// because simple objects and apps of Development Mode get fewer fields than others.
/// </summary>
public sealed class SpotifyCatalog(NpgsqlDataSource main, TimeProvider clock)
{
    /// <summary>With their albums and artists.</summary>
    public async Task KeepAsync(IReadOnlyCollection<FullTrack> tracks, CancellationToken cancellationToken)
    {
        await WriteAsync(SpotifyCatalogSql.KeepTracks, SpotifyCatalogRows.Of(tracks), cancellationToken);
        await KeepAsync([.. tracks.Select(track => track.Album).OfType<SimpleAlbum>()], cancellationToken);
    }

    public Task KeepAsync(IReadOnlyCollection<SimpleAlbum> albums, CancellationToken cancellationToken) =>
        WriteAsync(SpotifyCatalogSql.KeepAlbums, SpotifyCatalogRows.Of(albums), cancellationToken);

    public Task KeepAsync(IReadOnlyCollection<FullArtist> artists, CancellationToken cancellationToken) =>
        WriteAsync(SpotifyCatalogSql.KeepArtists, SpotifyCatalogRows.Of(artists), cancellationToken);

    // One statement for all rows; they come as one parameter of JSON.
    private async Task WriteAsync(string sql, List<Dictionary<string, object?>> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return;
        var json = new NpgsqlParameter { Value = JsonSerializer.Serialize(rows), NpgsqlDbType = NpgsqlDbType.Jsonb };
        await using var command = main.CreateCommand(sql).With(json, clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
