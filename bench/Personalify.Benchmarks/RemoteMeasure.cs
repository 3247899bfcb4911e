using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// A page of 50 rows of a table of node B with 1,000,000 rows, filtered and ordered, through GraphQL and postgres_fdw: over HTTP, one at a
/// time, warm.
/// </summary>
internal sealed class RemoteMeasure : IMeasure
{
    private const string Database = "personalify_stats";
    private const int Rows = 1_000_000;
    private const int Groups = 100;
    private const double MillisecondsAllowed = 15;
    private const int WarmUps = 50;
    private const int Requests = 300;

    private const string Query =
        """
        query($group: String!, $least: String!, $after: String) { remote { table(name: "readings") {
          rows(first: 50, after: $after, filter: {column: "kind", eq: $group, and: [{column: "score", gte: $least}]}, orderBy: [{column: "score"}]) {
            nodes { cells { column text int float dateTime } } pageInfo { endCursor }
          } } } }
        """;

    private const string Table =
        """
        CREATE TABLE readings (id int PRIMARY KEY, kind int NOT NULL, score int NOT NULL, noted_at timestamptz NOT NULL, note text NOT NULL);
        INSERT INTO readings SELECT n, n % 100, (n * 7919::bigint % 1000003)::int, TIMESTAMPTZ '2020-01-01Z' + n * INTERVAL '1 minute', 'note ' || n
        FROM generate_series(1, 1000000) AS n;
        CREATE INDEX readings_kind_score ON readings (kind, score);
        ANALYZE readings;
        """;

    public string Name => "remote";

    public string Description =>
        "milliseconds of a page of 50 rows of a table of node B with 1,000,000 rows, filtered and ordered, and of the page after it";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-remote-");
        await using var stats = await PostgresServer.StartAsync(
            new PostgresOptions("PostgreSQL node B of the measure", Path.Combine(folder, "stats"), FreePort.Next()) { IsDurable = false },
            Path.Combine(folder, "stats.log"), cancellationToken);
        await stats.EnsureDatabaseAsync(Database, cancellationToken);
        await using var api = await ApiUnderTest.StartAsync(
            cancellationToken,
            settings: new Dictionary<string, string?> { ["ConnectionStrings__Stats"] = stats.ConnectionString(Database) });
        await PrepareAsync(api, stats, cancellationToken);
        var (first, next) = (new List<double>(), new List<double>());
        var random = new Random(1);
        for (var i = -WarmUps; i < Requests; i++)
        {
            var (group, least) = ($"{random.Next(Groups)}", $"{random.Next(Rows / 2)}");
            var (milliseconds, cursor) = await AskAsync(api, group, least, null, cancellationToken);
            if (i >= 0) first.Add(milliseconds);
            (milliseconds, _) = await AskAsync(api, group, least, cursor, cancellationToken);
            if (i >= 0) next.Add(milliseconds);
        }

        first.Sort();
        next.Sort();
        return
        [
            new("first page, median", first[Requests / 2], "ms"),
            new("first page, p95", first[Requests * 95 / 100], "ms", MillisecondsAllowed),
            new("next page, median", next[Requests / 2], "ms"), new("next page, p95", next[Requests * 95 / 100], "ms", MillisecondsAllowed),
        ];
    }

    /// <summary>
    /// Waits until node B is read, makes the table and lets the reader read it; the next look at node B would import it too.
    /// </summary>
    private static async Task PrepareAsync(ApiUnderTest api, PostgresServer stats, CancellationToken cancellationToken)
    {
        while ((await api.QueryAsync("{ remote { state } }", null, cancellationToken)).GetProperty("remote").GetProperty(
            "state").GetString() != "UP")
            await Task.Delay(100, cancellationToken);
        await using var nodeB = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(stats.ConnectionString(Database)) { CommandTimeout = 0 });
        await using var table = nodeB.CreateCommand(Table);
        await table.ExecuteNonQueryAsync(cancellationToken);
        await using var grant = nodeB.CreateCommand(
            "SELECT format('GRANT SELECT ON readings TO %I', rolname) FROM pg_roles WHERE starts_with(rolname, 'personalify_remote_')");
        await using var granted = nodeB.CreateCommand((string)(await grant.ExecuteScalarAsync(cancellationToken))!);
        await granted.ExecuteNonQueryAsync(cancellationToken);
        await using var import = api.Source.CreateCommand(
            """
            IMPORT FOREIGN SCHEMA public LIMIT TO (readings) FROM SERVER stats_node INTO remote;
            INSERT INTO remote_keys VALUES ('remote', 'readings', '{id}');
            """);
        await import.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<(double Milliseconds, string Cursor)> AskAsync(
        ApiUnderTest api, string group, string least, string? after, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await api.QueryAsync(Query, new { group, least, after }, cancellationToken);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var rows = answer.GetProperty("remote").GetProperty("table").GetProperty("rows");
        return rows.GetProperty("nodes").GetArrayLength() == 50
            ? (milliseconds, rows.GetProperty("pageInfo").GetProperty("endCursor").GetString()!)
            : throw new InvalidOperationException($"A page has {rows.GetProperty("nodes").GetArrayLength()} rows and not 50: {JsonSerializer.Serialize(rows)}");
    }
}
