using Npgsql;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>A connection that is used for several round trips.</summary>
internal sealed class MusicSession(NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>All statements in one round trip; the rows of each.</summary>
    public async Task<object[]> QueryAsync(IReadOnlyList<Statement> statements)
    {
        await using var batch = connection.CreateBatch();
        foreach (var statement in statements) batch.BatchCommands.Add(statement.ToCommand());
        await using var reader = await batch.ExecuteReaderAsync();
        var results = new object[statements.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = await statements[i].ReadAsync(reader);
            await reader.NextResultAsync();
        }

        return results;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
