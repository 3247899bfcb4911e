using Npgsql;

namespace Personalify.Api.Catalog.Word;

/// <summary>Rows of <see cref="SpotifyWordStore"/>'s statements.</summary>
internal static class SpotifyWordRows
{
    public static SpotifyArtist Artist(NpgsqlDataReader row) => new()
    {
        SpotifyId = row.GetString(0),
        Name = row.GetString(1),
        ImageUrl = OrNull<string>(row, 2),
        Genres = OrNull<string[]>(row, 3),
        Popularity = OrNull<int?>(row, 4),
        FetchedAt = row.GetFieldValue<DateTimeOffset>(5),
    };

    public static SpotifyAlbum Album(NpgsqlDataReader row) => new()
    {
        SpotifyId = row.GetString(0),
        Name = row.GetString(1),
        CoverUrl = OrNull<string>(row, 2),
        AlbumType = OrNull<string>(row, 3),
        ReleaseDate = OrNull<string>(row, 4),
        ReleaseDatePrecision = OrNull<string>(row, 5),
        TotalTracks = OrNull<int?>(row, 6),
        FetchedAt = row.GetFieldValue<DateTimeOffset>(7),
    };

    public static SpotifyTrack Track(NpgsqlDataReader row) => new()
    {
        AskedId = row.GetString(0),
        SpotifyId = row.GetString(1),
        Name = row.GetString(2),
        CoverUrl = OrNull<string>(row, 3),
        DurationMs = OrNull<int?>(row, 4),
        Isrc = OrNull<string>(row, 5),
        ReleaseDate = OrNull<string>(row, 6),
        ReleaseDatePrecision = OrNull<string>(row, 7),
        IsExplicit = OrNull<bool?>(row, 8),
        Popularity = OrNull<int?>(row, 9),
        FetchedAt = row.GetFieldValue<DateTimeOffset>(10),
    };

    private static T? OrNull<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);
}
