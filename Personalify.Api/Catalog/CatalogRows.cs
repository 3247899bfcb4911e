using Npgsql;

namespace Personalify.Api.Catalog;

/// <summary>
/// Whole rows of the catalogue in statements that EF does not write: their columns, of a table called <c>item</c>, and how they are read.
/// </summary>
internal static class CatalogRows
{
    public const string ArtistColumns = "item.user_id, item.id, item.name, item.image_url, item.name_source";
    public const string AlbumColumns =
        "item.user_id, item.id, item.name, item.image_url, item.search_key, item.artist_id, item.name_source";
    public const string TrackColumns =
        "item.user_id, item.id, item.spotify_id, item.name, item.image_url, item.search_key, item.artist_id, item.album_id, "
        + "item.name_source";

    public static Artist Artist(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        Number = row.GetInt32(1),
        Name = row.GetString(2),
        ImageUrl = ReadOrNull<string>(row, 3),
        NameSource = NameSources.Read(row.GetString(4)),
    };

    public static Album Album(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        Number = row.GetInt32(1),
        Name = row.GetString(2),
        ImageUrl = ReadOrNull<string>(row, 3),
        SearchKey = row.GetString(4),
        ArtistNumber = row.GetInt32(5),
        NameSource = NameSources.Read(row.GetString(6)),
    };

    public static Track Track(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        Number = row.GetInt32(1),
        SpotifyId = ReadOrNull<string>(row, 2),
        Name = row.GetString(3),
        ImageUrl = ReadOrNull<string>(row, 4),
        SearchKey = row.GetString(5),
        ArtistNumber = row.GetInt32(6),
        AlbumNumber = ReadOrNull<int?>(row, 7),
        NameSource = NameSources.Read(row.GetString(8)),
    };

    private static T? ReadOrNull<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);
}
