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

    private const int Portion = 100;
    private static readonly TimeSpan StoreLimit = TimeSpan.FromSeconds(60);

    /// <summary>Takes the link and the tokens away at once, and wipes. False while a store is away.</summary>
    public async Task<bool> BeginAsync(int userId, CancellationToken cancellationToken)
    {
        await using (var command = main.CreateCommand(MoveLink).With(userId)) await command.ExecuteNonQueryAsync(cancellationToken);
        return await FinishAsync(userId);
    }

    /// <summary>Wipes what is left of a user. It goes to its end, whether anybody still waits for it or not.</summary>
    public Task<bool> FinishAsync(int userId) => RunAsync("user_id = $1", "FOR UPDATE", userId);

    /// <summary>Wipes what is left of anybody and is not being wiped just now.</summary>
    public Task<bool> FinishAllAsync() => RunAsync("user_id <> $1", "FOR UPDATE SKIP LOCKED", 0);

    // The rows are locked meanwhile, so that what is wiped here twice is not wiped after the listener has connected again.
    private async Task<bool> RunAsync(string condition, string locking, int value)
    {
        await using var connection = await main.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var done = true;
        foreach (var (id, link) in await ReadAsync(connection, $"WHERE {condition} ORDER BY id LIMIT {Portion} {locking}", value))
        {
            if (await WipeAsync(link)) await ForgetAsync(connection, id);
            else done = false;
        }

        await transaction.CommitAsync();
        return done;
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

    private static async Task<List<(int Id, SpotifyConnection Link)>> ReadAsync(NpgsqlConnection connection, string rest, int value)
    {
        await using var command = new NpgsqlCommand($"SELECT id, {Columns} FROM spotify_wipes {rest}", connection).With(value);
        await using var reader = await command.ExecuteReaderAsync();
        var links = new List<(int, SpotifyConnection)>();
        while (await reader.ReadAsync()) links.Add((reader.GetInt32(0), Read(reader)));
        return links;
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
