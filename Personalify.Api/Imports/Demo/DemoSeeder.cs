using Npgsql;

namespace Personalify.Api.Imports.Demo;

/// <summary>Makes the demo listener and the export of an invented life, and hands it in as anybody would.</summary>
internal sealed class DemoSeeder(NpgsqlDataSource main, UploadFolder folder, ImportStore imports, ImportControl control, TimeProvider time)
{
    /// <summary>The bytes of "demo": of two servers that start together on an empty database, one makes the demo.</summary>
    private const long LockKey = 0x64656D6F;

    private const string MakeUser =
        """
        INSERT INTO users (name, display_name, time_zone, is_demo, created_at)
        SELECT CASE WHEN EXISTS (SELECT FROM users WHERE lower(name) = 'demo') THEN 'demo-listener' ELSE 'demo' END, 'Demo Listener', $1, true, $2
        WHERE NOT EXISTS (SELECT FROM users WHERE is_demo)
        """;

    /// <summary>
    /// On a server without users, or whose demo listener has nothing yet: makes the demo and queues its import. Says whether it did.
    /// </summary>
    public async Task<bool> SeedFirstAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock($1)", cancellationToken, LockKey);
        const string isFirst = "SELECT NOT EXISTS (SELECT FROM users WHERE NOT is_demo) AND NOT EXISTS (SELECT FROM imports)";
        if (await ExecuteAsync(connection, isFirst, cancellationToken) is not true) return false;
        var userId = await FindOrMakeUserAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await QueueAsync(userId, options, cancellationToken);
        return true;
    }

    public async Task<int> FindOrMakeUserAsync(CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        return await FindOrMakeUserAsync(connection, cancellationToken);
    }

    /// <summary>Writes the export: the same number, seed and day give the same bytes.</summary>
    public void WriteExport(DemoOptions options, Stream output)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        DemoExport.Write(new DemoListener(options.Plays, options.Seed, today.AddDays(-1)).Plays(), today, output);
    }

    private async Task QueueAsync(int userId, DemoOptions options, CancellationToken cancellationToken)
    {
        var export = await WriteIncomingAsync(options, cancellationToken);
        var import = await imports.CreateAsync(userId, new ImportFile("demo.zip", export.Length), maxUnstarted: 1, cancellationToken);
        if (import is null) return;
        folder.Keep(export.MoveTo, import.Id, 0);
        await control.StartAsync(userId, import.GlobalId, preview: false, cancellationToken);
    }

    /// <summary>The file is closed before anybody is told of it: an import may begin at once, and must find all of it.</summary>
    private async Task<FileInfo> WriteIncomingAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        var file = folder.CreateIncoming();
        await using (file) await Task.Run(() => WriteExport(options, file), cancellationToken);
        return new FileInfo(file.Name);
    }

    private async Task<int> FindOrMakeUserAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, MakeUser, cancellationToken, DemoListener.TimeZoneId, time.GetUtcNow());
        return (int)(await ExecuteAsync(connection, "SELECT min(id) FROM users WHERE is_demo", cancellationToken))!;
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(parameters);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
