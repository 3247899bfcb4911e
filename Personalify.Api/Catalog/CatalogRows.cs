using Npgsql;

namespace Personalify.Api.Catalog;

/// <summary>Whole rows of the catalogue in statements that EF does not write: their columns, of a table called <c>item</c>, and how they are read.</summary>
internal static class CatalogRows
{
    public const string ArtistColumns = "item.id, item.spotify_id, item.name, item.image_url, item.popularity, item.genres";
    public const string AlbumColumns = "item.id, item.spotify_id, item.name, item.image_url, item.release_date, item.artist_id";
    public const string TrackColumns =
        "item.id, item.spotify_id, item.name, item.image_url, item.duration_ms, item.popularity, item.preview_url, item.artist_id, item.album_id";

    public static Artist Artist(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt32(0),
        SpotifyId = ReadOrNull<string>(row, 1),
        Name = row.GetString(2),
        ImageUrl = ReadOrNull<string>(row, 3),
        Popularity = ReadOrNull<int?>(row, 4),
        Genres = ReadOrNull<string[]>(row, 5),
    };

    public static Album Album(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt32(0),
        SpotifyId = ReadOrNull<string>(row, 1),
        Name = row.GetString(2),
        ImageUrl = ReadOrNull<string>(row, 3),
        ReleaseDate = ReadOrNull<DateOnly?>(row, 4),
        ArtistId = row.GetInt32(5),
    };

    public static Track Track(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt32(0),
        SpotifyId = ReadOrNull<string>(row, 1),
        Name = row.GetString(2),
        ImageUrl = ReadOrNull<string>(row, 3),
        DurationMs = ReadOrNull<int?>(row, 4),
        Popularity = ReadOrNull<int?>(row, 5),
        PreviewUrl = ReadOrNull<string>(row, 6),
        ArtistId = row.GetInt32(7),
        AlbumId = ReadOrNull<int?>(row, 8),
    };

    private static T? ReadOrNull<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);
}
