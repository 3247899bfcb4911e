using Npgsql;
using Personalify.Api.Listening;

namespace Personalify.Benchmarks;

/// <summary>
/// Writes a database of many listeners straight with SQL: listener 1 has 500,000 plays over ten years, all others 100,000 each; all know
/// the same music, 40,000 tracks of 5,000 artists or the first 8,000 of them, some heard far more than others.
/// </summary>
internal sealed class ListeningData(NpgsqlDataSource source)
{
    public const int PlaysOfListener = 500_000;
    public static readonly DateOnly FirstDay = new(2015, 1, 1);
    public const int Days = 3652;

    private const int PlaysOfOther = 100_000;
    private const int TracksOfListener = 40_000;
    private const int TracksOfOther = 8_000;

    private const string Catalogue =
        """
        UPDATE users SET time_zone = 'Europe/Berlin';
        INSERT INTO imports (user_id, status, created_at) VALUES (1, 'COMPLETED', '2025-01-01Z');
        """;

    /// <summary>
    /// No statistics tell of a listener who is written just now: imports keep the planner from loops for the same reason.
    /// </summary>
    private const string AsImportsPlan = "SET LOCAL enable_nestloop = off; ";

    /// <summary>The catalogue of listener $1: every listener has the same music, in rows of their own.</summary>
    private const string OwnCatalogue =
        """
        INSERT INTO artists (user_id, id, name, name_key) SELECT $1, n, 'Artist ' || n, 'artist ' || n FROM generate_series(1, $3 / 8) AS n;
        INSERT INTO albums (user_id, id, artist_id, name, name_key)
        SELECT $1, n, 1 + n % ($3 / 8), 'Album ' || n, 'album ' || n FROM generate_series(1, $3 * 3 / 10) AS n;
        INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, import_id, named_at, duration_ms)
        SELECT $1, n, 'track' || n, 1 + (1 + n % ($3 * 3 / 10)) % ($3 / 8), 1 + n % ($3 * 3 / 10), 'Track ' || n, 'track ' || n, 'Artist', 1, '2020-01-01Z',
            120000 + n % 200000
        FROM generate_series(1, $3) AS n;
        """;

    private const string User =
        "INSERT INTO users (name, display_name, created_at) VALUES ('listener ' || $1, 'Listener', '2020-01-01Z') RETURNING id";

    // Between seven in the morning and midnight, evenly over the days, each play after the one before. The power makes some tracks popular.
    private const string Plays =
        """
        SELECT setseed($1::float8 / 1000000);
        INSERT INTO plays (ended_at, reported_at, names_key, user_id, track_id, ms_played, import_id, source, reason_end, shuffle)
        SELECT ended_at, ended_at, track_id, $1, track_id, ms_played, 1, 'EXTENDED', reason_end, shuffle
        FROM (SELECT '2015-01-01Z'::timestamptz + day * interval '1 day' + interval '7 hours'
                + (place + random()) * interval '61200 s' / ($2 / 3652 + 1) AS ended_at,
            1 + floor($3 * power(random(), 3))::int AS track_id, floor(240000 * sqrt(random()))::int AS ms_played,
            CASE WHEN random() < 0.7 THEN 'trackdone' ELSE 'fwdbtn' END AS reason_end, random() < 0.5 AS shuffle
        FROM (
            SELECT n * 3652::bigint / $2 AS day, n - (n * 3652::bigint / $2) * $2 / 3652 AS place
            FROM generate_series(0, $2 - 1) AS n) AS place) AS play
        """;

    public async Task WriteListenerAsync(CancellationToken cancellationToken, int tracks = TracksOfListener)
    {
        await ExecuteAsync(Catalogue, cancellationToken);
        await WriteAsync(1, PlaysOfListener, tracks, cancellationToken);
        await ExecuteAsync("VACUUM ANALYZE", cancellationToken);
    }

    /// <summary>Adds listeners until there are so many plays.</summary>
    public async Task GrowAsync(int plays, TextWriter progress, CancellationToken cancellationToken)
    {
        for (var missing = plays - await CountAsync(cancellationToken); missing > 0; missing -= PlaysOfOther)
        {
            await using var command = source.CreateCommand(User);
            command.Parameters.AddWithValue($"{plays - missing}");
            await WriteAsync((int)(await command.ExecuteScalarAsync(cancellationToken))!, PlaysOfOther, TracksOfOther, cancellationToken);
        }

        await ExecuteAsync("VACUUM ANALYZE", cancellationToken);
        await progress.WriteLineAsync($"{await CountAsync(cancellationToken):#,0} plays");
    }

    private async Task WriteAsync(int user, int plays, int tracks, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var sql = (AsImportsPlan + OwnCatalogue + Plays).Replace("$1", $"{user}", StringComparison.Ordinal)
            .Replace("$2", $"{plays}", StringComparison.Ordinal)
            .Replace("$3", $"{tracks}", StringComparison.Ordinal);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        var months = Enumerable.Range(0, Days / 28).Select(month => new PlayMonth(user, FirstDay.AddMonths(month)));
        await new PlayMonthsStore().RebuildAsync(connection, [.. months], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT coalesce(sum(plays), 0) FROM play_months");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
