namespace Personalify.Api.Spotify;

/// <summary>Where a client gets a listener's access token from.</summary>
public interface IAuthenticator
{
    ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>A token in the place of one that Spotify refused, or null when there is none. It is asked for once a call.</summary>
    ValueTask<string?> RenewAsync(string refused, CancellationToken cancellationToken);
}

/// <summary>One token, for as long as it lasts.</summary>
public sealed class TokenAuthenticator(string token) : IAuthenticator
{
    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(token);

    public ValueTask<string?> RenewAsync(string refused, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
}
