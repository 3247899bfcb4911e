using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Sync;
using Personalify.Api.Tests.Access;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Invented;

namespace Personalify.Api.Tests.Library;

/// <summary>The Api before a fake Spotify, with Ada, who is connected with it and has the largest library, and Bram.</summary>
internal sealed class LibraryHome : IAsyncDisposable
{
    public const int AdaId = 1;
    public const int BramId = 2;
    private readonly NpgsqlDataSource _source;

    private LibraryHome(PersonalifyApplication application, FakeSpotifyServer server, ApiClient ada, ApiClient bram)
    {
        (Application, Server, Ada, Bram) = (application, server, ada, bram);
        _source = NpgsqlDataSource.Create(application.ConnectionString);
    }

    public PersonalifyApplication Application { get; }

    public FakeSpotifyServer Server { get; }

    public ApiClient Ada { get; }

    public ApiClient Bram { get; }

    public FakeListener Listener => Server.Listener("ada");

    public static async Task<LibraryHome> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = await FakeSpotifyServer.StartAsync();
        var application = await PersonalifyApplication.StartAsync(
        [
            ("Spotify:ClientId", server.Options.ClientId), ("Spotify:AccountsUrl", server.Url.ToString()),
            ("Spotify:ApiUrl", server.ApiUrl.ToString()), .. settings,
        ]);
        var ada = await application.ConnectAsAsync("ada");
        var home = new LibraryHome(application, server, ada, await application.ConnectAsAsync("bram", by: ada));
        await home.ConnectAsync(AdaId, "ada");
        return home;
    }

    public T Get<T>()
        where T : notnull => Application.Services.GetRequiredService<T>();

    /// <summary>Connects a listener as if they had signed in with Spotify; without scopes, with all.</summary>
    public Task ConnectAsync(int userId, string name, params string[] scopes)
    {
        var now = Application.Time.GetUtcNow();
        var listener = Server.Listener(name);
        var tokens = new TokenResponse(Server.AccessToken(name, scopes), "refresh-" + name, isRotated: true)
        {
            CreatedAt = now, ExpiresIn = TimeSpan.FromDays(30), Scope = null,
        };
        var connection = new SpotifyConnection
        {
            UserId = userId, AccountId = listener.AccountId, SpotifyId = listener.Id, DisplayName = listener.DisplayName,
            ClientId = Server.Options.ClientId, Scopes = scopes.Length > 0 ? scopes : Scopes.All, Status = ConnectionStatus.Active,
            AuthorizedAt = now, ConnectedAt = now,
        };
        return Get<SpotifyConnectionStore>().SaveAsync(connection, tokens, CancellationToken.None);
    }

    public async Task<SyncPartResult> RunAsync(SyncPart part, int userId = AdaId, Action<int>? fetched = null)
    {
        var connected = (await Get<SpotifyConnections>().FindAsync(userId, CancellationToken.None))!;
        var context = new SyncContext(Guid.NewGuid(), connected.Connection, connected.Client, fetched ?? (_ => { }));
        return await Application.Services.GetServices<ISyncPart>().Single(each =>
            each.Part == part).RunAsync(context, CancellationToken.None);
    }

    /// <summary>A selection of the own library.</summary>
    public async Task<JsonElement> LibraryAsync(string selection, ApiClient? client = null) =>
        (await (client ?? Ada).QueryAsync($"{{ me {{ library {{ {selection} }} }} }}")).GetProperty("me").GetProperty("library");

    public async Task<List<string>> NamesAsync(string list, ApiClient? client = null)
    {
        var found = await LibraryAsync($"list: {list}(first: 100) {{ nodes {{ name }} }}", client);
        return [.. found.GetProperty("list").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!)];
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
        Ada.Dispose();
        Bram.Dispose();
        await _source.DisposeAsync();
        await Application.DisposeAsync();
        await Server.DisposeAsync();
    }
}
