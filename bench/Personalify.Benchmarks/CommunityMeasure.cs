using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// The community's figures over many plays, as a client sees them: GraphQL over HTTP, one request at a time, warm. Plays of 100 listeners
/// are written to node B as it would have got them, and its figures are made of them by the Api. <c>COMMUNITY_PLAYS</c> measures another
/// size.
/// </summary>
internal sealed class CommunityMeasure : IMeasure
{
    private const double MillisecondsAllowed = 15;
    private const int Listeners = 100;
    private const int WarmUps = 100;
    private const int Requests = 400;
    private const string Database = "personalify_stats";

    private static readonly int Plays =
        int.TryParse(Environment.GetEnvironmentVariable("COMMUNITY_PLAYS"), CultureInfo.InvariantCulture, out var plays)
            ? plays : 10_000_000;

    private const string Artists = "{ community { topArtists(first: 50) { rank name listeners plays msPlayed } } }";
    private const string Tracks = "{ community { topTracks(first: 50, orderBy: PLAYS) { rank name artistName listeners plays msPlayed } } }";

    private const string Page =
        """
        { community { state asOf isCounted totals { listeners plays msPlayed artists tracks firstDay lastDay } topArtists { rank name plays }
          topTracks { rank name plays } topGenres { rank name } topListeners { rank plays isYou } months { month plays } } }
        """;

    /// <summary>Each listener knows the 8,000 best known of 60,000 tracks and 2,000 that only some others know.</summary>
    private const string Catalogue =
        """
        INSERT INTO users (id, is_in_community, created_at) SELECT 1000 + n, true, '2020-01-01Z' FROM generate_series(1, 100) AS n;
        INSERT INTO artists (user_id, id, name, name_key)
        SELECT 1000 + listener, n, 'Artist ' || artist, 'artist ' || artist
        FROM generate_series(1, 100) AS listener, generate_series(1, 1250) AS n,
            LATERAL (SELECT CASE WHEN n <= 1000 THEN n ELSE 1000 + (listener * 65 + n) % 6500 END AS artist) AS chosen;
        INSERT INTO tracks (user_id, id, artist_id, name, name_key)
        SELECT 1000 + listener, n, 1 + n % 1250, 'Track ' || title, 'track ' || title
        FROM generate_series(1, 100) AS listener, generate_series(1, 10000) AS n,
            LATERAL (SELECT CASE WHEN n <= 8000 THEN n ELSE 8000 + (listener * 520 + n) % 52000 END AS title) AS chosen;
        """;

    private const string Heard =
        """
        INSERT INTO plays (ended_at, reported_at, offline_at, user_id, track_id, ms_played, ordinal, source, reason_end, is_superseded)
        SELECT ended_at, ended_at, ended_at, $1, track_id, ms_played, 0, 'EXTENDED', 'trackdone', false
        FROM (SELECT '2015-01-01Z'::timestamptz + n * (interval '3652 days' / $2) AS ended_at,
            1 + floor(10000 * power(random(), 3))::int AS track_id, 30000 + floor(210000 * random())::int AS ms_played
            FROM generate_series(0, $2 - 1) AS n) AS play
        """;

    public string Name => "community";

    public string Description => "milliseconds of the community's figures of 10,000,000 plays through foreign tables";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        await using var stats = await StartStatsAsync(folder, cancellationToken);
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(stats.ConnectionString(Database)) { CommandTimeout = 0 });
        await using var api = await ApiUnderTest.StartAsync(
            cancellationToken,
            settings: new Dictionary<string, string?> { ["ConnectionStrings__Stats"] = stats.ConnectionString(Database) });
        await UntilAsync(source, "SELECT to_regclass('community.months') IS NOT NULL", cancellationToken);
        await FillAsync(source, progress, cancellationToken);
        List<Figure> figures = [];
        (string What, string Query, bool IsLimited)[] questions =
            [("top 50 artists", Artists, true), ("top 50 tracks", Tracks, true), ("the whole page", Page, false)];
        foreach (var (what, query, isLimited) in questions)
        {
            var answers = await MeasureAsync(api, query, cancellationToken);
            await progress.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{what}: median {Percentile(answers, 0.5):0.0} ms, p95 {Percentile(answers, 0.95):0.0} ms"));
            figures.Add(new($"{what}, {Plays:N0} plays: p95", Percentile(answers, 0.95), "ms", isLimited ? MillisecondsAllowed : null));
        }

        return figures;
    }

    private static async Task<PostgresServer> StartStatsAsync(string folder, CancellationToken cancellationToken)
    {
        var options = new PostgresOptions("PostgreSQL stats of the measure", Path.Combine(folder, "stats"), FreePort.Next())
        {
            IsDurable = false, SharedBuffersMegabytes = PostgresOptions.GenerousBuffersMegabytes,
        };
        var stats = await PostgresServer.StartAsync(options, Path.Combine(folder, "stats.log"), cancellationToken);
        await stats.EnsureDatabaseAsync(Database, cancellationToken);
        return stats;
    }

    /// <summary>In one transaction, so that one refresh makes the figures of all of it.</summary>
    private static async Task FillAsync(NpgsqlDataSource stats, TextWriter progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using (var connection = await stats.OpenConnectionAsync(cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, Catalogue, cancellationToken);
            for (var listener = 1; listener <= Listeners; listener++)
            {
                await ExecuteAsync(
                    connection, Heard.Replace("$1", $"{1000 + listener}", StringComparison.Ordinal)
                        .Replace("$2", $"{Plays / Listeners}", StringComparison.Ordinal), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await progress.WriteLineAsync($"{Plays:N0} plays written after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        await UntilAsync(
            stats, $"SELECT coalesce(sum(plays), 0) = {Plays / Listeners * Listeners} FROM community.listeners", cancellationToken);
        await progress.WriteLineAsync($"figures made after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        await using var vacuum = stats.CreateCommand("VACUUM ANALYZE");
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<double>> MeasureAsync(ApiUnderTest api, string query, CancellationToken cancellationToken)
    {
        List<double> answers = [];
        for (var i = -WarmUps; i < Requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await api.QueryAsync(query, null, cancellationToken);
            if (i >= 0) answers.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        answers.Sort();
        return answers;
    }

    private static async Task UntilAsync(NpgsqlDataSource stats, string condition, CancellationToken cancellationToken)
    {
        await using var command = stats.CreateCommand(condition);
        while (await command.ExecuteScalarAsync(cancellationToken) is not true) await Task.Delay(100, cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static double Percentile(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
