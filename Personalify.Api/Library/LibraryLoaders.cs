using Microsoft.EntityFrameworkCore;
using Npgsql;
using Personalify.Api.Catalog;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Library;

/// <summary>A thing of Spotify's as one listener has it.</summary>
public readonly record struct OwnedId(int UserId, string SpotifyId);

/// <summary>An artist of a listener's history, which knows artists by name alone.</summary>
public readonly record struct OwnedArtist(int UserId, string NameKey);

/// <summary>An album of a listener's history, which knows albums by their artist and name.</summary>
public readonly record struct OwnedAlbum(int UserId, string ArtistKey, string NameKey);

/// <summary>One statement for any number of entries of a listener.</summary>
public static class LibraryLoaders
{
    private const string Tracks =
        $"SELECT {CatalogRows.TrackColumns} FROM tracks AS item WHERE item.user_id = $1 AND item.spotify_id = ANY ($2)";

    private const string Artists =
        $"SELECT {CatalogRows.ArtistColumns}, item.name_key FROM artists AS item WHERE item.user_id = $1 AND item.name_key = ANY ($2)";

    private const string Albums =
        $"""
        SELECT {CatalogRows.AlbumColumns}, artist.name_key, item.name_key
        FROM unnest($2::text[], $3::text[]) AS wanted (artist_key, name_key)
        JOIN artists AS artist ON artist.user_id = $1 AND artist.name_key = wanted.artist_key
        JOIN albums AS item ON item.user_id = $1 AND item.artist_id = artist.id AND item.name_key = wanted.name_key
        """;

    /// <summary>Pages of playlists' entries.</summary>
    [DataLoader]
    public static async Task<IReadOnlyDictionary<OwnedId, Page<LibraryPlaylistItem>>> GetItemsByPlaylistAsync(
        IReadOnlyList<OwnedId> playlists, PagingArguments paging, IDbContextFactory<PersonalifyDbContext> contexts,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pages = new Dictionary<OwnedId, Page<LibraryPlaylistItem>>();
        foreach (var listener in playlists.GroupBy(key => key.UserId, key => key.SpotifyId))
        {
            string[] ids = [.. listener];
            var found = await context.Set<LibraryPlaylistItem>()
                .Where(item => item.UserId == listener.Key && ids.Contains(item.PlaylistId)).OrderBy(item => item.Place)
                .ToBatchPageAsync(item => item.PlaylistId, paging, cancellationToken: cancellationToken);
            foreach (var (id, page) in found) pages[new OwnedId(listener.Key, id)] = page;
        }

        return pages;
    }

    [DataLoader]
    public static Task<IReadOnlyDictionary<OwnedId, Track>> GetTrackBySpotifyIdAsync(
        IReadOnlyList<OwnedId> ids, NpgsqlDataSource main, CancellationToken cancellationToken) => FindAsync(
        ids.GroupBy(key => key.UserId),
        mine => main.CreateCommand(Tracks).With(mine.Key, mine.Select(key => key.SpotifyId).ToArray()),
        row => CatalogRows.Track(row) is var track ? (new OwnedId(track.UserId, track.SpotifyId!), track) : default, cancellationToken);

    [DataLoader]
    public static Task<IReadOnlyDictionary<OwnedArtist, Artist>> GetArtistByNameAsync(
        IReadOnlyList<OwnedArtist> names, NpgsqlDataSource main, CancellationToken cancellationToken) => FindAsync(
        names.GroupBy(key => key.UserId),
        mine => main.CreateCommand(Artists).With(mine.Key, mine.Select(key => key.NameKey).ToArray()),
        row => (new OwnedArtist(row.GetInt32(0), row.GetString(row.FieldCount - 1)), CatalogRows.Artist(row)), cancellationToken);

    [DataLoader]
    public static Task<IReadOnlyDictionary<OwnedAlbum, Album>> GetAlbumByNamesAsync(
        IReadOnlyList<OwnedAlbum> names, NpgsqlDataSource main, CancellationToken cancellationToken) => FindAsync(
        names.GroupBy(key => key.UserId),
        mine => main.CreateCommand(Albums)
            .With(mine.Key, mine.Select(key => key.ArtistKey).ToArray(), mine.Select(key => key.NameKey).ToArray()),
        row => (new OwnedAlbum(row.GetInt32(0), row.GetString(row.FieldCount - 2), row.GetString(row.FieldCount - 1)),
            CatalogRows.Album(row)),
        cancellationToken);

    private static async Task<IReadOnlyDictionary<TKey, T>> FindAsync<TKey, T>(
        IEnumerable<IGrouping<int, TKey>> keys, Func<IGrouping<int, TKey>, NpgsqlCommand> statement,
        Func<NpgsqlDataReader, (TKey Key, T Entry)> read, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var found = new Dictionary<TKey, T>();
        foreach (var listener in keys)
        {
            await using var command = statement(listener);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var (key, entry) = read(reader);
                found[key] = entry;
            }
        }

        return found;
    }
}
