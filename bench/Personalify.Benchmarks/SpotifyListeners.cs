using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Imports;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.FakeSpotify;

namespace Personalify.Benchmarks;

/// <summary>Accounts that are connected with the fake Spotify, written as the Api itself would after the way through the browser.</summary>
internal sealed class SpotifyListeners(NpgsqlDataSource source, FakeSpotifyServer spotify, string keysFolder)
{
    private readonly SpotifyConnectionStore _store = new(
        source, new TokenProtection(DataProtectionProvider.Create(new DirectoryInfo(keysFolder), keys =>
            keys.SetApplicationName("Personalify.Api"))));

    public async Task<int> AddAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            """
            INSERT INTO users (name, display_name, created_at) VALUES ($1, $1, now())
            ON CONFLICT DO NOTHING RETURNING id
            """).With(name);
        var id = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        await ConnectAsync(id, name, cancellationToken);
        return id;
    }

    public Task ConnectAsync(int userId, string name, CancellationToken cancellationToken)
    {
        var (listener, now) = (spotify.Listener(name), DateTimeOffset.UtcNow);
        var connection = new SpotifyConnection
        {
            UserId = userId, AccountId = listener.AccountId, SpotifyId = listener.Id, ClientId = spotify.Options.ClientId,
            Scopes = Scopes.All, Status = ConnectionStatus.Active, AuthorizedAt = now, ConnectedAt = now,
        };
        var tokens = new TokenResponse(spotify.AccessToken(name), "refresh", isRotated: false)
        {
            CreatedAt = now, ExpiresIn = TimeSpan.FromHours(1), Scope = null,
        };
        return _store.SaveAsync(connection, tokens, cancellationToken);
    }
}
