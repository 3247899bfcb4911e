using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Catalog.Enrichment;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Tests.Access;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Invented;

namespace Personalify.Api.Tests.Catalog.Enrichment;

/// <summary>The Api with two listeners, a fake Spotify, and what the listeners heard as each test wants it.</summary>
internal sealed class EnrichmentHome : IAsyncDisposable
{
    public const int Ada = 1;
    public const int Bram = 2;
    private readonly NpgsqlDataSource _source;

    /// <summary>Numbers of entries, which go on from where they are.</summary>
    private int _last;

    private EnrichmentHome(PersonalifyApplication application, FakeSpotifyServer spotify, ApiClient ada) =>
        (Application, Spotify, Client, _source) = (application, spotify, ada, NpgsqlDataSource.Create(application.ConnectionString));

    public PersonalifyApplication Application { get; }

    public FakeSpotifyServer Spotify { get; }

    /// <summary>Signed in as Ada.</summary>
    public ApiClient Client { get; }

    public InventedCatalogue Catalogue => Spotify.World.Catalogue;

    /// <summary>Which ids were asked for, in their order: <c>tracks/id</c>.</summary>
    public IReadOnlyList<string> Asked => [.. Spotify.Requests.All.Select(request => request.Path["/v1/".Length..])];

    public static async Task<EnrichmentHome> StartAsync(params (string Name, string Value)[] settings)
    {
        var spotify = await FakeSpotifyServer.StartAsync();
        var application = await PersonalifyApplication.StartAsync(
        [
            ("Spotify:ClientId", spotify.Options.ClientId), ("Spotify:ApiUrl", spotify.ApiUrl.ToString()),
            ("Spotify:AccountsUrl", spotify.Url.ToString()), ("Spotify:RetryDelay", "00:00:00.005"), .. settings,
        ]);
        var ada = await application.ConnectAsAsync("ada");
        using var bram = await application.ConnectAsAsync("bram", by: ada);
        return new EnrichmentHome(application, spotify, ada);
    }

    public T Service<T>()
        where T : notnull => Application.Services.GetRequiredService<T>();

    public Task<int> RunAsync() => Service<Personalify.Api.Catalog.Enrichment.Enrichment>().RunAsync(default);

    public Task ConnectAsync(int user, string? clientId = null)
    {
        var (name, now) = (user == Ada ? "ada" : "bram", Application.Time.GetUtcNow());
        var connection = new SpotifyConnection
        {
            UserId = user, AccountId = "account " + name, SpotifyId = "fake-" + name, ClientId = clientId ?? Spotify.Options.ClientId,
            Scopes = [], Status = ConnectionStatus.Active, AuthorizedAt = now, ConnectedAt = now,
        };
        var tokens = new TokenResponse(Spotify.AccessToken(name), "refresh", isRotated: true)
        {
            CreatedAt = now, ExpiresIn = TimeSpan.FromDays(365), Scope = null,
        };
        return Service<SpotifyConnectionStore>().SaveAsync(connection, tokens, default);
    }

    /// <summary>Plays of a track as a listener's file would bring them; without an id Spotify's own is taken.</summary>
    public async Task HearAsync(int user, FakeTrack track, int plays, string? id = null)
    {
        await using var command = _source.CreateCommand(
            """
            WITH artist AS (
                INSERT INTO artists (user_id, id, name, name_key) VALUES ($1, $2, $3, $3)
                ON CONFLICT (user_id, name_key) DO UPDATE SET name = excluded.name RETURNING id),
            album AS (
                INSERT INTO albums (user_id, id, artist_id, name, name_key) SELECT $1, $2, id, $4, $4 FROM artist
                ON CONFLICT (user_id, artist_id, name_key) DO UPDATE SET name = excluded.name RETURNING id, artist_id),
            track AS (
                INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, import_id, named_at)
                SELECT $1, $2, $5, artist_id, id, $6, $6, $3, 1, now() FROM album RETURNING id)
            INSERT INTO plays (ended_at, reported_at, names_key, user_id, track_id, ms_played, import_id, source, ordinal)
            SELECT '2026-01-01Z', '2026-01-01Z', 1, $1, id, 200000, 1, 'EXTENDED', n FROM track, generate_series(1, $7) AS n
            """);
        object[] values = [user, ++_last, track.Artists[0].Name, track.Album!.Id, id ?? track.Id!, track.Name, plays];
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>An import of the listener's has ended.</summary>
    public async Task ImportedAsync(int user)
    {
        await using var command = _source.CreateCommand(
            "INSERT INTO imports (user_id, status, created_at, finished_at) VALUES ($1, 'COMPLETED', $2, $2)");
        foreach (var value in (object[])[user, Application.Time.GetUtcNow()]) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _source.DisposeAsync();
        await Application.DisposeAsync();
        await Spotify.DisposeAsync();
    }
}
