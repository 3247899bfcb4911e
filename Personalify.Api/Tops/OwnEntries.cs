using Npgsql;
using Personalify.Api.Imports;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Tops;

/// <summary>A listener and what Spotify calls something: the id of a track, or the name of an artist, whom exports know by no id.</summary>
public readonly record struct OwnKey(int UserId, string Value);

/// <summary>An entry of the listener's own catalogue.</summary>
public sealed record OwnEntry(long Value);

public static class OwnEntries
{
    [DataLoader]
    public static Task<IReadOnlyDictionary<OwnKey, OwnEntry>> GetOwnTrackAsync(
        IReadOnlyList<OwnKey> keys, NpgsqlDataSource main, CancellationToken cancellationToken) =>
        FindAsync("SELECT spotify_id, id FROM tracks WHERE user_id = $1 AND spotify_id = ANY ($2)", keys, key =>
            key, main, cancellationToken);

    [DataLoader]
    public static Task<IReadOnlyDictionary<OwnKey, OwnEntry>> GetOwnArtistAsync(
        IReadOnlyList<OwnKey> keys, NpgsqlDataSource main, CancellationToken cancellationToken) =>
        FindAsync("SELECT name_key, id FROM artists WHERE user_id = $1 AND name_key = ANY ($2)", keys, CatalogName.Key, main,
            cancellationToken);

    private static async Task<IReadOnlyDictionary<OwnKey, OwnEntry>> FindAsync(
        string sql, IReadOnlyList<OwnKey> keys, Func<string, string> columnOf, NpgsqlDataSource main, CancellationToken cancellationToken)
    {
        var found = new Dictionary<OwnKey, OwnEntry>();
        foreach (var listener in keys.GroupBy(key => key.UserId))
        {
            var named = listener.ToLookup(key => columnOf(key.Value), StringComparer.Ordinal);
            await using var command = main.CreateCommand(sql).With(listener.Key, named.Select(name => name.Key).ToArray());
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                foreach (var key in named[reader.GetString(0)]) found[key] = new OwnEntry(CatalogId.Of(listener.Key, reader.GetInt32(1)));
            }
        }

        return found;
    }
}
