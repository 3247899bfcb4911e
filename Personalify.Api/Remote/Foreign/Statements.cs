using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Remote.Foreign;

/// <summary>
/// Statements on one connection. Those that define something take no parameters, so the server writes them itself: <c>format</c> quotes
/// names (%I) and values (%L).
/// </summary>
internal static class Statements
{
    /// <summary>After which time setting something up is given up.</summary>
    public const int LimitSeconds = 15;

    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlConnection connection, Func<NpgsqlDataReader, T> read, string sql, CancellationToken cancellationToken,
        params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LimitSeconds }.With(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    public static async Task<T> ReadAsync<T>(
        this NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LimitSeconds }.With(values);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LimitSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs the statement that <c>format</c> makes of a pattern.</summary>
    public static async Task FormatAsync(
        this NpgsqlConnection connection, string pattern, CancellationToken cancellationToken, params string[] values) =>
        await connection.ExecuteAsync(
            await connection.ReadAsync<string>("SELECT format($1, VARIADIC $2::text[])", cancellationToken, pattern, values),
            cancellationToken);
}
