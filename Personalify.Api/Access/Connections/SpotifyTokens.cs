using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

/// <summary>
/// The access token of one connected listener, for the calls of one client. What the row says is believed for a few seconds, so that the
/// pages of a long list do not read it each; a listener who disconnects is heard within that time.
/// </summary>
internal sealed class SpotifyTokens(int userId, SpotifyTokenStore store, SpotifyTokenRefresh refresh, TimeProvider time) : IAuthenticator
{
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private Known? _known;

    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && known.Until > time.GetUtcNow()) return known.Token;
        var token = await store.FindUsableAsync(userId, cancellationToken)
            ?? await refresh.RunAsync(userId, refused: null, cancellationToken);
        return Remember(token);
    }

    public async ValueTask<string?> RenewAsync(string refused, CancellationToken cancellationToken) =>
        Remember(await refresh.RunAsync(userId, refused, cancellationToken));

    private string Remember(string token)
    {
        _known = new Known(token, time.GetUtcNow() + Believed);
        return token;
    }

    private sealed record Known(string Token, DateTimeOffset Until);
}
