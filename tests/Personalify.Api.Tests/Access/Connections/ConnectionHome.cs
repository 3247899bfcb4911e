using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Personalify.FakeSpotify;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access.Connections;

/// <summary>The whole Api and a fake Spotify, whose clocks go together.</summary>
internal sealed class ConnectionHome : IAsyncDisposable
{
    public const string Callback = "http://127.0.0.1:5210/spotify/callback";

    private readonly FakeTimeProvider _spotifyTime;

    private ConnectionHome(FakeSpotifyServer spotify, PersonalifyApplication application, FakeTimeProvider time) =>
        (Spotify, Application, _spotifyTime) = (spotify, application, time);

    public FakeSpotifyServer Spotify { get; }

    public PersonalifyApplication Application { get; }

    public T Get<T>()
        where T : notnull => Application.Services.GetRequiredService<T>();

    public static async Task<ConnectionHome> StartAsync(
        FakeSpotifyOptions? fake = null, Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        var time = TestClock.At("2026-03-01T12:00:00Z");
        var spotify = await FakeSpotifyServer.StartAsync(fake, time);
        (string Key, string Value)[] all =
        [
            ("Spotify:ClientId", spotify.Options.ClientId), ("Spotify:ClientSecret", spotify.Options.ClientSecret ?? ""),
            ("Spotify:AccountsUrl", spotify.Url.ToString()), ("Spotify:ApiUrl", spotify.ApiUrl.ToString()),
        ];
        all = [.. all.Where(one => settings.All(other => other.Key != one.Key)), .. settings];
        return new ConnectionHome(spotify, await PersonalifyApplication.StartAsync(replace ?? (_ => { }), all), time);
    }

    public void Advance(TimeSpan time)
    {
        Application.Time.Advance(time);
        _spotifyTime.Advance(time);
    }

    public Task<ApiClient> AdaAsync() => Application.ConnectAsAsync("ada");

    /// <summary>Begins as the client, agrees as the listener, and says where the browser landed.</summary>
    public async Task<Uri> GoAsync(ApiClient client, string listener, bool agrees = true, bool signsIn = false) =>
        await Spotify.ApproveAsync(new Uri(await client.BeginAsync(signsIn)), listener, agrees);

    public async Task<JsonElement> ConnectAsync(ApiClient client, string listener) =>
        await client.CompleteAsync(await GoAsync(client, listener));

    public async Task<JsonElement> EnterAsync(string listener)
    {
        using var stranger = Application.Connect();
        return await stranger.CompleteAsync(await GoAsync(stranger, listener, signsIn: true));
    }

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

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Spotify.DisposeAsync();
    }
}

internal static class ConnectionOperations
{
    private const string Errors = "errors { __typename ... on Error { message } }";

    public static async Task<JsonElement> BeginOutcomeAsync(
        this ApiClient client, bool signsIn, string? redirectUrl = ConnectionHome.Callback, string? returnPath = "/spotify")
    {
        var (field, input) = signsIn ? ("signInWithSpotify", "SignInWithSpotifyInput") : ("connectSpotify", "ConnectSpotifyInput");
        var data = await client.QueryAsync(
            $"mutation($input: {input}!) "
            + $"{{ {field}(input: $input) {{ spotifySignIn {{ authorizeUrl redirectUrl expiresAt }} {Errors} }} }}",
            new { input = new { redirectUrl, returnPath } });
        return data.GetProperty(field);
    }

    public static async Task<string> BeginAsync(this ApiClient client, bool signsIn = false) =>
        (await client.BeginOutcomeAsync(signsIn)).GetProperty("spotifySignIn").GetProperty("authorizeUrl").GetString()!;

    public static async Task<JsonElement> CompleteAsync(this ApiClient client, Uri landed) => await client.CompleteAsync(landed.ToString());

    public static async Task<JsonElement> CompleteAsync(this ApiClient client, string address)
    {
        var data = await client.QueryAsync(
            "mutation($input: CompleteSpotifyConnectionInput!) { completeSpotifyConnection(input: $input) { spotifyCompletion { "
            + "isNewAccount spotifyName returnPath session { token user { name displayName role } } } " + Errors + " } }",
            new { input = new { address } });
        return data.GetProperty("completeSpotifyConnection");
    }

    public static async Task<JsonElement> DisconnectAsync(this ApiClient client, bool keepData)
    {
        var data = await client.QueryAsync(
            "mutation($input: DisconnectSpotifyInput!) { disconnectSpotify(input: $input) { spotifyDisconnection { keptData isWiped } "
            + Errors + " } }",
            new { input = new { keepData } });
        return data.GetProperty("disconnectSpotify");
    }

    public static async Task<JsonElement> SetAppAsync(this ApiClient client, string clientId, string? clientSecret = null)
    {
        var data = await client.QueryAsync(
            "mutation($input: SetSpotifyAppInput!) { setSpotifyApp(input: $input) { spotifyApp { clientId hasSecret } " + Errors + " } }",
            new { input = new { clientId, clientSecret } });
        return data.GetProperty("setSpotifyApp");
    }

    public static async Task<JsonElement> SpotifyAsync(this ApiClient client) => (await client.QueryAsync(
        "{ me { hasPassword keepsSpotifyData spotify { spotifyId displayName clientId scopes status authorizedAt expiresAt expiryWarning "
        + "isDemo features { feature isGranted missingScopes cost } } spotifyApp { clientId hasSecret } } }")).GetProperty("me");

    /// <summary>The result, of which there must be one.</summary>
    public static JsonElement Completion(this JsonElement outcome)
    {
        var completion = outcome.GetProperty("spotifyCompletion");
        Assert.True(completion.ValueKind == JsonValueKind.Object, outcome.ToString());
        return completion;
    }

    public static string ErrorName(this JsonElement outcome) =>
        Assert.Single(outcome.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString()!;

    public static string ErrorMessage(this JsonElement outcome) =>
        Assert.Single(outcome.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString()!;
}
