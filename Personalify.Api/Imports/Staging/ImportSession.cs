using Npgsql;

namespace Personalify.Api.Imports.Staging;

/// <summary>
/// The one connection on which an import lives: it holds the user's import lock and the temporary tables. It is closed for good at the
/// end, and the server drops both with it, whatever became of the process.
/// </summary>
internal sealed class ImportSession : IAsyncDisposable
{
    // Keeps this lock apart from other advisory locks with the user's id: the bytes of "impo".
    private const int LockSpace = 0x696D706F;

    private readonly NpgsqlConnection _connection;

    private ImportSession(NpgsqlConnection connection, int userId, int importId) => (_connection, UserId, ImportId) = (connection, userId, importId);

    public NpgsqlConnection Connection => _connection;
    public int UserId { get; }
    public int ImportId { get; }

    /// <summary>From the first to the last time at which a row of the files can have ended, after <see cref="ReadTimesAsync"/>.</summary>
    public DateTime FirstTime { get; private set; }

    public DateTime LastTime { get; private set; }

    /// <summary>Waits until no other import of the user is at work, in this process or any other.</summary>
    public static async Task<ImportSession> OpenAsync(NpgsqlDataSource source, int userId, int importId, CancellationToken cancellationToken)
    {
        var session = new ImportSession(await source.OpenConnectionAsync(cancellationToken), userId, importId);
        try
        {
            await session.ExecuteAsync("SELECT pg_advisory_lock($1, $2)", cancellationToken, LockSpace, userId);
            await session.ExecuteAsync(StagingTables.Settings, cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    public Task<List<int>> NumbersAsync(string sql, CancellationToken cancellationToken, params object[] parameters) =>
        ListAsync(sql, reader => reader.GetInt32(0), cancellationToken, parameters);

    public async Task ReadTimesAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(StagingTables.FindTimes, []);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        (FirstTime, LastTime) = (reader.GetDateTime(0), reader.GetDateTime(1));
    }

    public ValueTask<NpgsqlTransaction> BeginAsync(CancellationToken cancellationToken) => _connection.BeginTransactionAsync(cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private NpgsqlCommand Command(string sql, object[] parameters) => new NpgsqlCommand(sql, _connection).With(parameters);
}
