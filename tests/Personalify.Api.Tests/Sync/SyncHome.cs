using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;
using Personalify.Api.Tops;
using Personalify.Api.Tests.Access;
using Personalify.FakeSpotify;
using Personalify.Testing;

namespace Personalify.Api.Tests.Sync;

/// <summary>The whole Api, a fake Spotify with a clock of its own, and a history that can be away. Nothing is due unless a test says so, and of
/// the parts there are the top lists, and what a test adds.</summary>
internal sealed class SyncHome : IAsyncDisposable
{
    private SyncHome(FakeSpotifyServer spotify, PersonalifyApplication application, TestSyncHistory history,
        FakeTimeProvider spotifyTime) =>
        (Spotify, Application, History, SpotifyTime) = (spotify, application, history, spotifyTime);

    public FakeSpotifyServer Spotify { get; }

    public PersonalifyApplication Application { get; }

    public TestSyncHistory History { get; }

    /// <summary>By which Spotify's lists move.</summary>
    public FakeTimeProvider SpotifyTime { get; }

    public static async Task<SyncHome> StartAsync(Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        var clock = TestClock.At("2026-03-01T12:00:00Z");
        var spotify = await FakeSpotifyServer.StartAsync(clock: clock);
        var history = new TestSyncHistory();
        (string, string)[] all =
        [
            ("Spotify:ClientId", spotify.Options.ClientId), ("Spotify:AccountsUrl", spotify.Url.ToString()),
            ("Spotify:ApiUrl", spotify.ApiUrl.ToString()), ("Sync:Schedule", "false"), .. settings,
        ];
        var application = await PersonalifyApplication.StartAsync(
            services =>
            {
                services.RemoveAll<ISyncHistory>();
                services.AddSingleton<ISyncHistory>(provider => history.Over(provider.GetRequiredService<PostgresSyncHistory>()));
                services.RemoveAll<ISyncPart>();
                services.AddSingleton<ISyncPart, TopsPart>();
                replace?.Invoke(services);
            },
            all);
        return new SyncHome(spotify, application, history, clock);
    }

    public T Get<T>() where T : notnull => Application.Services.GetRequiredService<T>();

    /// <summary>A listener of the same name at both ends, connected with what is granted; without scopes, with all.</summary>
    public async Task<ApiClient> ConnectAsync(string name, ApiClient? by = null, params string[] scopes)
    {
        var client = await Application.ConnectAsAsync(name, by);
        await Get<SpotifyConnectionStore>().SaveAsync(await ConnectionAsync(name, scopes), Tokens(name, scopes), CancellationToken.None);
        return client;
    }

    /// <summary>With a token that is good at Spotify's present time.</summary>
    public async Task ReconnectAsync(string name) =>
        await Get<SpotifyConnectionStore>().SaveAsync(await ConnectionAsync(name), Tokens(name, []), CancellationToken.None);

    public async Task<SpotifyConnection> ConnectionAsync(string name, params string[] scopes) => new()
    {
        UserId = await UserIdAsync(name),
        AccountId = Spotify.Listener(name).AccountId,
        SpotifyId = Spotify.Listener(name).Id,
        ClientId = Spotify.Options.ClientId,
        Scopes = scopes.Length > 0 ? scopes : Scopes.All,
        Status = ConnectionStatus.Active,
        AuthorizedAt = Get<TimeProvider>().GetUtcNow(),
        ConnectedAt = Get<TimeProvider>().GetUtcNow(),
    };

    public async Task<int> UserIdAsync(string name) => await ReadAsync<int>($"SELECT id FROM users WHERE name = '{name}'");

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Application.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Application.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks for a synchronization of these parts and waits until it has ended and the history has it.</summary>
    public async Task<SyncRun> SyncAsync(ApiClient listener, params string[] parts)
    {
        var count = History.Runs.Count;
        await StartAsync(listener, parts);
        await Eventually.IsTrueAsync(() => History.Runs.Count > count, "the run is in the history");
        return History.Runs[^1];
    }

    public static async Task<JsonElement> StartAsync(ApiClient listener, params string[] parts)
    {
        const string Mutation =
            """
            mutation($input: SyncNowInput!) {
              syncNow(input: $input) {
                run { runId status trigger wanted part done { part status message } } errors { __typename ... on Error { message } }
              }
            }
            """;
        return (await listener.QueryAsync(Mutation,
            new { input = new { parts = parts.Length > 0 ? parts : null } })).GetProperty("syncNow");
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Spotify.DisposeAsync();
    }

    private TokenResponse Tokens(string name, string[] scopes) => new(Spotify.AccessToken(name, scopes), "refresh", isRotated: false)
    {
        CreatedAt = Get<TimeProvider>().GetUtcNow(), ExpiresIn = TimeSpan.FromHours(1), Scope = null,
    };
}
