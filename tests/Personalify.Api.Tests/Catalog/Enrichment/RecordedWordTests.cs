using System.Text.Json;
using Npgsql;
using Personalify.Api.Caching;
using Personalify.Api.Catalog;
using Personalify.Api.Spotify.Http;
using Personalify.Api.Spotify.Models;
using Personalify.Api.Tests.Data;
using Personalify.Api.Tests.Spotify;
using Personalify.Testing;

namespace Personalify.Api.Tests.Catalog.Enrichment;

/// <summary>Every recorded answer that tells of tracks, albums and artists is kept with the fields that it holds.</summary>
public sealed class RecordedWordTests
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["duration_ms"] = "duration_ms", ["track_number"] = "track_number", ["disc_number"] = "disc_number", ["explicit"] = "is_explicit",
        ["popularity"] = "popularity", ["album_type"] = "album_type", ["release_date"] = "release_date",
        ["release_date_precision"] = "release_date_precision", ["total_tracks"] = "total_tracks", ["name"] = "name",
    };

    [StoreFact]
    public async Task They_are()
    {
        if (RecordedAnswers.ReasonToSkip is not null) return; // the other tests of recorded answers say that they are missing
        await using var database = await MigratedDatabase.CreateAsync();
        await using var main = NpgsqlDataSource.Create(database.ConnectionString);
        var catalog = new SpotifyCatalog(main, new CatalogCache(new NoCache()), TimeProvider.System);
        foreach (var name in RecordedAnswers.Names.Where(name => name is not ("library_contains" or "audio_features")))
            await KeepAllAsync(catalog, RecordedAnswers.Json(name));
        var (tracks, albums, artists) = (await RowsAsync(main, "spotify_tracks"), await RowsAsync(main, "spotify_albums"),
            await RowsAsync(main, "spotify_artists"));
        Assert.True(tracks.Count > 50 && albums.Count > 20 && artists.Count > 20, $"{tracks.Count} {albums.Count} {artists.Count}");
        foreach (var name in RecordedAnswers.Names)
        {
            foreach (var item in Items(RecordedAnswers.Json(name)))
            {
                var rows = Kind(item) switch { "track" => tracks, "album" => albums, "artist" => artists, _ => null };
                if (rows is not null) AssertKept(item, rows[item.GetProperty("id").GetString()!]);
            }
        }
    }

    private static async Task KeepAllAsync(SpotifyCatalog catalog, JsonElement answer)
    {
        foreach (var item in Items(answer))
        {
            if (Kind(item) == "track") await catalog.KeepAsync([item.Deserialize(SpotifyJson.Of<FullTrack>())!], default);
            if (Kind(item) == "artist") await catalog.KeepAsync([item.Deserialize(SpotifyJson.Of<FullArtist>())!], default);
            if (Kind(item) == "album")
                await catalog.KeepAsync((IReadOnlyCollection<SimpleAlbum>)[item.Deserialize(SpotifyJson.Of<FullAlbum>())!], default);
        }
    }

    /// <summary>Full tracks and artists, and albums: those with what only such have.</summary>
    private static string? Kind(JsonElement item) => item.GetProperty("type").GetString() switch
    {
        "track" when item.TryGetProperty("album", out var album) && album.ValueKind == JsonValueKind.Object => "track",
        "artist" when item.TryGetProperty("images", out _) => "artist",
        "album" when item.TryGetProperty("total_tracks", out _) => "album",
        _ => null,
    };

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Items),
        JsonValueKind.Object => (IsItem(element) ? [element] : Enumerable.Empty<JsonElement>())
            .Concat(element.EnumerateObject().SelectMany(field => Items(field.Value))),
        _ => [],
    };

    private static bool IsItem(JsonElement item) =>
        item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
        && item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString()!.Length > 0;

    private static void AssertKept(JsonElement item, JsonElement row)
    {
        foreach (var (field, column) in Columns)
        {
            if (!item.TryGetProperty(field, out var said) || said.ValueKind == JsonValueKind.Null) continue;
            if (!row.TryGetProperty(column, out var kept)) continue;
            Assert.NotEqual(JsonValueKind.Null, kept.ValueKind);
            if (field is not ("popularity" or "name")) Assert.Equal(said.ToString(), kept.ToString()); // these change from one day to another
        }

        if (item.TryGetProperty("external_ids", out var ids) && ids.TryGetProperty("isrc", out var isrc))
            Assert.Equal(isrc.GetString(), row.GetProperty("isrc").GetString());
        var pictures = item.TryGetProperty("images", out var own) ? own : item.GetProperty("album").GetProperty("images");
        if (pictures.ValueKind == JsonValueKind.Array && pictures.GetArrayLength() > 0)
            Assert.NotEqual(JsonValueKind.Null, row.GetProperty("image_url").ValueKind);
        if (item.TryGetProperty("genres", out var genres) && genres.ValueKind == JsonValueKind.Array && row.TryGetProperty("genres",
            out var keptGenres))
            Assert.Equal(JsonValueKind.Array, keptGenres.ValueKind);
    }

    private static async Task<Dictionary<string, JsonElement>> RowsAsync(NpgsqlDataSource main, string table)
    {
        await using var command = main.CreateCommand($"SELECT coalesce(json_agg(said), '[]')::text FROM {table} AS said");
        using var rows = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        return rows.RootElement.EnumerateArray().ToDictionary(row => row.GetProperty("spotify_id").GetString()!, row => row.Clone());
    }

    private sealed class NoCache : IEntityCache
    {
        public Task<byte[]?[]> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult(new byte[]?[keys.Count]);

        public Task WriteAsync(IReadOnlyDictionary<string, byte[]> entries, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task ForgetAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
