using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Catalog.Enrichment;

/// <summary>
/// Removes descriptions that are no longer current and to which nothing of any listener refers, as Spotify's terms ask. It walks through
/// each table by portions, and goes on where it stopped.
/// </summary>
internal sealed class WordPurge(NpgsqlDataSource main, TimeProvider clock)
{
    private const int Portion = 2_000;

    /// <summary>A table that refers to tracks of Spotify's belongs here.</summary>
    private const string IsTrackReferred =
        """
        EXISTS (SELECT FROM users JOIN tracks AS track ON track.user_id = users.id AND track.spotify_id = said.spotify_id)
        OR EXISTS (
            SELECT FROM spotify_asked AS relinked JOIN users ON true
            JOIN tracks AS track ON track.user_id = users.id AND track.spotify_id = relinked.spotify_id
            WHERE relinked.kind = 'TRACK' AND relinked.returned_id = said.spotify_id)
        OR EXISTS (SELECT FROM users JOIN user_tracks AS top ON top.user_id = users.id AND top.spotify_id = said.spotify_id)
        """;

    private const string IsAlbumReferred = "EXISTS (SELECT FROM spotify_tracks AS track WHERE track.album_id = said.spotify_id)";

    private const string IsArtistReferred =
        """
        EXISTS (SELECT FROM spotify_tracks AS track WHERE track.artist_ids @> ARRAY[said.spotify_id])
        OR EXISTS (SELECT FROM users JOIN user_artists AS top ON top.user_id = users.id AND top.spotify_id = said.spotify_id)
        """;

    private const string Forget = "DELETE FROM spotify_asked WHERE retry_at < $1 AND returned_id IS NULL";

    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>One portion of each table.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - WantedStore.Lifetime;
        await PurgeAsync("spotify_tracks", IsTrackReferred, before, cancellationToken);
        await PurgeAsync("spotify_albums", IsAlbumReferred, before, cancellationToken);
        await PurgeAsync("spotify_artists", IsArtistReferred, before, cancellationToken);
        await using var forget = main.CreateCommand(Forget).With(before);
        await forget.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task PurgeAsync(string table, string isReferred, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            $"""
            WITH portion AS (SELECT spotify_id FROM {table} WHERE spotify_id > $1 ORDER BY spotify_id LIMIT {Portion}), gone AS (
                DELETE FROM {table} AS said USING portion
                WHERE said.spotify_id = portion.spotify_id AND said.fetched_at < $2 AND NOT ({isReferred}))
            SELECT max(spotify_id) FROM portion HAVING count(*) = {Portion}
            """).With(_places.GetValueOrDefault(table, ""), before);
        _places[table] = await command.ExecuteScalarAsync(cancellationToken) as string ?? "";
    }
}
