using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

/// <summary>The access token of one connected listener.</summary>
internal sealed class SpotifyTokens(int userId, NpgsqlDataSource main, TokenProtection protection) : IAuthenticator
{
    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand("SELECT access_token FROM spotify_connections WHERE user_id = $1").With(userId);
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] token
            ? protection.Unprotect(token)
            : throw new InvalidOperationException("The listener is not connected with Spotify.");
    }

    public ValueTask<string?> RenewAsync(string refused, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
