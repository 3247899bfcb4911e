using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Access.Connections;

/// <summary>
/// Links between accounts here and at Spotify are made one after the other, over all processes, so that two browsers of the same listener
/// do not make two accounts.
/// </summary>
public sealed class SpotifyLinkTurn : IAsyncDisposable
{
    /// <summary>The number of the advisory lock.</summary>
    private const long Lock = 0x73706F74696679;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private SpotifyLinkTurn(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_connection, _transaction) = (connection, transaction);

    public static async Task<SpotifyLinkTurn> TakeAsync(NpgsqlDataSource main, CancellationToken cancellationToken)
    {
        var connection = await main.OpenConnectionAsync(cancellationToken);
        var turn = new SpotifyLinkTurn(connection, await connection.BeginTransactionAsync(cancellationToken));
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection).With(Lock);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
