using Npgsql;

namespace Personalify.Api.Catalog;

/// <summary>Whole rows of the catalogue in statements that EF does not write: their columns, of a table called <c>item</c>, and how they are read.</summary>
internal static class CatalogRows
{
    public const string ArtistColumns = "item.user_id, item.id, item.spotify_id, item.name, item.image_url, item.popularity, item.genres";
    public const string AlbumColumns =
        "item.user_id, item.id, item.spotify_id, item.name, item.image_url, item.release_date, item.artist_id";
    public const string TrackColumns =
        "item.user_id, item.id, item.spotify_id, item.name, item.image_url, item.duration_ms, "
        + "item.popularity, item.preview_url, item.artist_id, item.album_id";

    public static Artist Artist(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        Number = row.GetInt32(1),
        SpotifyId = ReadOrNull<string>(row, 2),
        Name = row.GetString(3),
        ImageUrl = ReadOrNull<string>(row, 4),
        Popularity = ReadOrNull<int?>(row, 5),
        Genres = ReadOrNull<string[]>(row, 6),
    };

    public static Album Album(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        Number = row.GetInt32(1),
        SpotifyId = ReadOrNull<string>(row, 2),
        Name = row.GetString(3),
        ImageUrl = ReadOrNull<string>(row, 4),
        ReleaseDate = ReadOrNull<DateOnly?>(row, 5),
        ArtistNumber = row.GetInt32(6),
    };

    public static Track Track(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        Number = row.GetInt32(1),
        SpotifyId = ReadOrNull<string>(row, 2),
        Name = row.GetString(3),
        ImageUrl = ReadOrNull<string>(row, 4),
        DurationMs = ReadOrNull<int?>(row, 5),
        Popularity = ReadOrNull<int?>(row, 6),
        PreviewUrl = ReadOrNull<string>(row, 7),
        ArtistNumber = row.GetInt32(8),
        AlbumNumber = ReadOrNull<int?>(row, 9),
    };

    private static T? ReadOrNull<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);
}
