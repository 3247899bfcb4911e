using System.Globalization;
using Npgsql;
using Personalify.Api.Listening;
using Personalify.Api.Tests.Data;
using Personalify.Testing;

namespace Personalify.Api.Tests.Listening;

/// <summary>A play to be written. Track n is by artist (n + 6) / 7, on album (n + 2) / 3 or, every fifth, on none.</summary>
public sealed record GivenPlay(string EndedAt, int Track = 1, int MsPlayed = 60_000)
{
    public string Source { get; init; } = "EXTENDED";

    public string? ReasonEnd { get; init; }

    public string? Platform { get; init; }

    public bool? Skipped { get; init; }

    public bool? Shuffle { get; init; }

    public bool? Offline { get; init; }

    public bool? Incognito { get; init; }

    public bool IsSuperseded { get; init; }
}

/// <summary>A database with two users and a catalogue, and the means to write plays as an import does.</summary>
public sealed class ListeningDatabase : IAsyncDisposable
{
    public const int UserId = 1;
    public const int OtherUserId = 2;
    public const int Tracks = 140;

    private const string Catalogue =
        """
        INSERT INTO artists (user_id, id, name, name_key) SELECT listener, n, 'Artist ' || n, 'artist ' || n
        FROM generate_series(1, 2) AS listener, generate_series(1, 20) AS n;
        INSERT INTO albums (user_id, id, artist_id, name, name_key) SELECT listener, n, 1 + (3 * n - 3) / 7, 'Album ' || n, 'album ' || n
        FROM generate_series(1, 2) AS listener, generate_series(1, 47) AS n;
        INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, import_id, named_at, duration_ms)
        SELECT listener, n, 'track' || n, (n + 6) / 7, CASE WHEN n % 5 <> 0 THEN (n + 2) / 3 END, 'Track ' || n, 'track ' || n, 'Artist', 1,
            now(), CASE WHEN n % 2 = 0 THEN 1000 * n + 100000 END
        FROM generate_series(1, 2) AS listener, generate_series(1, 140) AS n;
        INSERT INTO imports (user_id, status, created_at) VALUES (1, 'COMPLETED', now()), (2, 'COMPLETED', now());
        """;

    private const string Users =
        "INSERT INTO users (name, display_name, time_zone, created_at) VALUES ('ada', 'Ada', 'Europe/Berlin', now()), ('bob', 'Bob', 'UTC', now())";

    private readonly TestDatabase? _own;

    private ListeningDatabase(string connectionString, TestDatabase? own = null) =>
        (Source, _own) = (NpgsqlDataSource.Create(connectionString), own);

    public NpgsqlDataSource Source { get; }

    public static async Task<ListeningDatabase> CreateAsync()
    {
        var own = await MigratedDatabase.CreateAsync();
        var database = new ListeningDatabase(own.ConnectionString, own);
        await database.ExecuteAsync(Users);
        await database.ExecuteAsync(Catalogue);
        return database;
    }

    /// <summary>Adds the catalogue to an application's database, where two users have made their accounts.</summary>
    public static async Task<ListeningDatabase> OfAsync(string connectionString)
    {
        var database = new ListeningDatabase(connectionString);
        await database.ExecuteAsync(Catalogue);
        return database;
    }

    /// <summary>Takes all plays away, so that the tests of a class can share a database.</summary>
    public Task ClearAsync() => ExecuteAsync("DELETE FROM plays; DELETE FROM play_months");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Writes plays and their months in one transaction.</summary>
    public async Task AddAsync(int userId, params IEnumerable<GivenPlay> plays)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var list = plays.ToList();
        foreach (var play in list) await InsertAsync(connection, userId, play);
        await new PlayMonthsStore().RebuildAsync(connection, [.. list.Select(play => MonthOf(userId, play))], CancellationToken.None);
        await transaction.CommitAsync();
    }

    public static async Task InsertAsync(NpgsqlConnection connection, int userId, GivenPlay play)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO plays (user_id, track_id, ended_at, reported_at, names_key, ms_played, import_id, source, reason_end,
                skipped, shuffle, offline, incognito, is_superseded, platform)
            VALUES ($1, $2, $3, $3, $2, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            connection);
        object?[] values =
        [
            userId, play.Track, Moment(play), play.MsPlayed, play.Source, play.ReasonEnd,
            play.Skipped, play.Shuffle, play.Offline, play.Incognito, play.IsSuperseded, play.Platform,
        ];
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
    }

    public static PlayMonth MonthOf(int userId, GivenPlay play) => new(userId, new DateOnly(Moment(play).Year, Moment(play).Month, 1));

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (_own is not null) await _own.DisposeAsync();
    }

    private static DateTime Moment(GivenPlay play) =>
        DateTime.Parse(play.EndedAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    /// <summary>One database for a test class.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public ListeningDatabase Database { get; private set; } = null!;

        public async Task InitializeAsync() => Database = await CreateAsync();

        public async Task DisposeAsync() => await Database.DisposeAsync();
    }
}
