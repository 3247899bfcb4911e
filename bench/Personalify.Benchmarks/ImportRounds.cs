using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace Personalify.Benchmarks;

/// <summary>
/// Imports an export through the Api, then copies what it left in <c>plays</c> again by a bare COPY, each into empty tables.
/// </summary>
internal sealed class ImportRounds(ApiUnderTest api)
{
    private const string Columns =
        "ended_at, reported_at, offline_at, names_key, user_id, track_id, ms_played, import_id, "
        + "ordinal, source, reason_start, reason_end, platform, "
        + "shuffle, skipped, offline, incognito, is_superseded";

    public async Task<(double Import, double Copy)> RunAsync(string export, CancellationToken cancellationToken)
    {
        await EmptyAsync(cancellationToken);
        var import = await ImportAsync(export, cancellationToken);
        var rows = await ReadRowsAsync(cancellationToken);
        await ExecuteAsync("TRUNCATE plays", cancellationToken);
        await ExecuteAsync("CHECKPOINT", cancellationToken);
        return (import, await CopyAsync(rows, cancellationToken));
    }

    /// <summary>
    /// With an extended history there, seconds of a look at the account data of the same time and of its import: every row of it has to be
    /// matched with the plays that are there.
    /// </summary>
    public async Task<(double Preview, double Import)> RunOverAsync(string extended, string account, CancellationToken cancellationToken)
    {
        await EmptyAsync(cancellationToken);
        await ImportAsync(extended, cancellationToken);
        await ExecuteAsync("CHECKPOINT", cancellationToken);
        return (await ImportAsync(account, cancellationToken, preview: true), await ImportAsync(account, cancellationToken));
    }

    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        const string tables = "plays, play_months, play_observations, other_plays, other_play_observations, "
            + "other_items, tracks, albums, artists, catalog_counters";
        await ExecuteAsync($"TRUNCATE {tables} CASCADE", cancellationToken);
        await ExecuteAsync("CHECKPOINT", cancellationToken);
    }

    /// <summary>Seconds from asking for the start to the committed end; the upload is not part of it.</summary>
    public async Task<double> ImportAsync(string export, CancellationToken cancellationToken, bool preview = false)
    {
        var importId = await UploadAsync(export, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await api.QueryAsync(
            "mutation($input: StartImportInput!) { startImport(input: $input) { errors { ... on Error { message } } } }",
            new { input = new { importId, preview } }, cancellationToken);
        await using var command = api.Source.CreateCommand("SELECT status, error FROM imports ORDER BY id DESC LIMIT 1");
        while (true)
        {
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                await reader.ReadAsync(cancellationToken);
                if (reader.GetString(0) == "COMPLETED") return Stopwatch.GetElapsedTime(started).TotalSeconds;
                if (reader.GetString(0) == "FAILED") throw new InvalidOperationException(reader.GetString(1));
            }
            await Task.Delay(10, cancellationToken);
        }
    }

    private async Task<string> UploadAsync(string export, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = new StreamContent(File.OpenRead(export)) };
        request.Headers.Add("X-File-Name", Path.GetFileName(export));
        using var response = await api.Client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken)).RootElement.GetProperty("importId").GetString()!;
    }

    private async Task<byte[]> ReadRowsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await api.Source.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {Columns} FROM plays ORDER BY ended_at) TO STDOUT (FORMAT binary)", cancellationToken);
        using var rows = new MemoryStream();
        await copy.CopyToAsync(rows, cancellationToken);
        return rows.ToArray();
    }

    private async Task<double> CopyAsync(byte[] rows, CancellationToken cancellationToken)
    {
        await using var connection = await api.Source.OpenConnectionAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY plays ({Columns}) FROM STDIN (FORMAT binary)", cancellationToken))
        {
            await copy.WriteAsync(rows, cancellationToken);
        }
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = api.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
