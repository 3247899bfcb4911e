using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Catalog;
using Personalify.Api.Listening;
using Personalify.Api.Tests.Access;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Tests.Catalog;

/// <summary>An Api with two listeners, one of them signed in, and a catalogue as each test wants it.</summary>
internal sealed class CatalogApplication : IAsyncDisposable
{
    public const int ListenerId = 1;
    public const int OtherListenerId = 2;
    private static readonly DateTime Played = new(2026, 2, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly PersonalifyApplication _application;
    private readonly NpgsqlDataSource _source;

    /// <summary>Numbers go on from where they are, so that nothing cached is taken for something new.</summary>
    private int _last;

    private CatalogApplication(PersonalifyApplication application, ApiClient listener, NpgsqlDataSource source) =>
        (_application, Listener, _source) = (application, listener, source);

    public ApiClient Listener { get; }

    public CatalogCache Cache => _application.Services.GetRequiredService<CatalogCache>();

    public static async Task<CatalogApplication> StartAsync(string? redis, params (string Key, string Value)[] settings)
    {
        var application = await PersonalifyApplication.StartAsync([("ConnectionStrings:Redis", redis ?? ""), .. settings]);
        var listener = await application.ConnectAsAsync("ada");
        using var other = await application.ConnectAsAsync("bob", by: listener);
        return new CatalogApplication(application, listener, NpgsqlDataSource.Create(application.ConnectionString));
    }

    public ApiClient ConnectAsStranger() => _application.Connect();

    /// <summary>The listener who is no administrator, signed in.</summary>
    public async Task<ApiClient> ConnectOtherAsync()
    {
        using var stranger = ConnectAsStranger();
        return _application.Connect((await stranger.SignInAsync("bob")).Token());
    }

    /// <summary>Counts the statements on the catalogue from now on.</summary>
    public StatementCounter Count() => new(new NpgsqlConnectionStringBuilder(_application.ConnectionString).Database!, "artists", "albums", "tracks");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Empties the cache of what was changed behind its back; ids up to 1,000.</summary>
    public Task ForgetAllAsync() =>
        Cache.ForgetAsync(ListenerId, Enumerable.Range(1, 1000), Enumerable.Range(1, 1000), Enumerable.Range(1, 1000), default);

    /// <summary>Removes plays and catalogue.</summary>
    public Task ClearAsync() => ExecuteAsync("TRUNCATE plays, play_months, tracks, albums, artists CASCADE");

    /// <summary>Artist n, album n and track n belong together, up to the count.</summary>
    public Task AddCatalogAsync(int count) => ExecuteAsync(
        $"""
        INSERT INTO artists (user_id, id, name, name_key) SELECT {ListenerId}, n, 'Artist ' || n, 'Artist ' || n
        FROM generate_series(1, {count}) AS n;
        INSERT INTO albums (user_id, id, artist_id, name, name_key) SELECT {ListenerId}, n, n, 'Album ' || n, 'Album ' || n
        FROM generate_series(1, {count}) AS n;
        INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, import_id, named_at)
        SELECT {ListenerId}, n, 'id' || n, n, n, 'Track ' || n, 'Track ' || n, 'Artist ' || n, 1, now()
        FROM generate_series(1, {count}) AS n;
        """);

    /// <summary>Adds a track with artist and album, and one play of it of so many seconds; none when there are no seconds.</summary>
    public async Task AddPlayAsync(string artist, string album, string track, int seconds = 60, int user = ListenerId, bool isSuperseded = false)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            WITH last AS (SELECT $8::int AS number),
            artist AS (
                INSERT INTO artists (user_id, id, name, name_key) SELECT $4, number, $1, $1 FROM last
                ON CONFLICT (user_id, name_key) DO UPDATE SET name = excluded.name RETURNING id),
            album AS (
                INSERT INTO albums (user_id, id, artist_id, name, name_key) SELECT $4, number, artist.id, $2, $2 FROM artist, last
                ON CONFLICT (user_id, artist_id, name_key) DO UPDATE SET name = excluded.name RETURNING id, artist_id),
            track AS (
                INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, import_id, named_at)
                SELECT $4, number, gen_random_uuid(), artist_id, album.id, $3, $3, $1, 1, now() FROM album, last RETURNING id)
            INSERT INTO plays (ended_at, reported_at, names_key, user_id, track_id, ms_played, import_id, source, is_superseded)
            SELECT $7, $7, id, $4, id, $5 * 1000, 1, 'EXTENDED', $6 FROM track WHERE $5 > 0
            """,
            connection);
        foreach (var value in (object[])[artist, album, track, user, seconds, isSuperseded, Played, ++_last])
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await new PlayMonthsStore().RebuildAsync(connection, [new PlayMonth(user, DateOnly.FromDateTime(Played))], default);
        await transaction.CommitAsync();
    }

    /// <summary>Tracks 1 to the count with artist and album, each by its own field.</summary>
    public Task<JsonElement> TracksAsync(int count)
    {
        var fields = Enumerable.Range(1, count).Select(id => $"t{id}: track(id: \"{GlobalId.Of("Track", ListenerId, id)}\") "
            + "{ name nameSource artist { name nameSource } album { name nameSource artist { name } } }");
        return Listener.QueryAsync($"{{ {string.Join(' ', fields)} }}");
    }

    public async ValueTask DisposeAsync()
    {
        Listener.Dispose();
        await _source.DisposeAsync();
        await _application.DisposeAsync();
    }
}
