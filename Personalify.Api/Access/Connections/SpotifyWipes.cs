using Npgsql;
using Personalify.Api.Hosting;
using Personalify.Api.Imports;

namespace Personalify.Api.Access.Connections;

/// <summary>
/// Wipes what came through Spotify's API, in every store. What is to be wiped stands in <c>spotify_wipes</c> until every store has done
/// so; where one is away it is tried again.
/// </summary>
public sealed class SpotifyWipes(NpgsqlDataSource main, IEnumerable<ISpotifyData> stores, ILogger<SpotifyWipes> log)
{
    private const string Columns = "user_id, account_id, spotify_id, client_id, authorized_at, connected_at";

    /// <summary>Remembers the link of $1, connected or not, as one to wipe.</summary>
    internal const string RememberLink =
        $"INSERT INTO spotify_wipes ({Columns}) SELECT {Columns} FROM spotify_connections WHERE user_id = $1";

    private const string MoveLink =
        $"""
        WITH gone AS (DELETE FROM spotify_connections WHERE user_id = $1 RETURNING {Columns})
        INSERT INTO spotify_wipes ({Columns}) SELECT {Columns} FROM gone
        """;

    private static readonly TimeSpan StoreLimit = TimeSpan.FromSeconds(60);

    /// <summary>Takes the link and the tokens away at once, and wipes. False while a store is away.</summary>
    public async Task<bool> BeginAsync(int userId, CancellationToken cancellationToken)
    {
        await using (var command = main.CreateCommand(MoveLink).With(userId)) await command.ExecuteNonQueryAsync(cancellationToken);
        return await FinishAsync(userId);
    }

    /// <summary>
    /// Wipes what is left of a user, to the end even if the caller no longer waits. False while a store is away, or while another process
    /// is at it.
    /// </summary>
    public async Task<bool> FinishAsync(int userId)
    {
        await FinishEachAsync("user_id = $1", userId);
        return !await IsPendingAsync(userId, CancellationToken.None);
    }

    /// <summary>Wipes what is left of every user and is not being wiped just now.</summary>
    public Task<bool> FinishAllAsync() => FinishEachAsync("user_id <> $1", 0);

    /// <summary>Whether something of a user is still to be wiped.</summary>
    public async Task<bool> IsPendingAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand("SELECT EXISTS (SELECT FROM spotify_wipes WHERE user_id = $1)").With(userId);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task<bool> FinishEachAsync(string condition, int userId)
    {
        var (last, done) = (0, true);
        while (await FinishNextAsync(condition, userId, last) is { } next) (last, done) = (next.Id, done && next.IsWiped);
        return done;
    }

    // The row is locked meanwhile, so that what is wiped here twice is not wiped after the listener has connected again. Each row has a
    // transaction of its own, so that a store which is slow for one listener holds up no other listener.
    private async Task<(int Id, bool IsWiped)?> FinishNextAsync(string condition, int userId, int last)
    {
        await using var connection = await main.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await FindNextAsync(connection, condition, userId, last) is not var (id, link)) return null;
        var isWiped = await WipeAsync(link);
        if (isWiped) await ForgetAsync(connection, id);
        await transaction.CommitAsync();
        return (id, isWiped);
    }

    private async Task<bool> WipeAsync(SpotifyConnection link)
    {
        var done = true;
        foreach (var store in stores)
        {
            using var limit = new CancellationTokenSource(StoreLimit);
            try
            {
                await store.WipeAsync(link, limit.Token);
            }
            catch (Exception failure)
            {
                log.SpotifyWipeFailed(failure, store.GetType().Name);
                done = false;
            }
        }

        return done;
    }

    private static async Task<(int Id, SpotifyConnection Link)?> FindNextAsync(
        NpgsqlConnection connection, string condition, int userId, int last)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT id, {Columns} FROM spotify_wipes WHERE {condition} AND id > $2 ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED", connection)
            .With(userId, last);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt32(0), Read(reader)) : null;
    }

    private static SpotifyConnection Read(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(1),
        AccountId = row.GetString(2),
        SpotifyId = row.GetString(3),
        ClientId = row.GetString(4),
        Scopes = [],
        Status = ConnectionStatus.Disconnected,
        AuthorizedAt = row.GetFieldValue<DateTimeOffset>(5),
        ConnectedAt = row.GetFieldValue<DateTimeOffset>(6),
    };

    private static async Task ForgetAsync(NpgsqlConnection connection, int id)
    {
        await using var command = new NpgsqlCommand("DELETE FROM spotify_wipes WHERE id = $1", connection).With(id);
        await command.ExecuteNonQueryAsync();
    }
}
