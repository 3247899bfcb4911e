namespace Personalify.Api.Access.Connections;

/// <summary>A listener's connection with Spotify, without its tokens, which <see cref="SpotifyTokens"/> alone reads.</summary>
public sealed record SpotifyConnection
{
    /// <summary>How long Spotify lets an authorization last; refreshing does not extend it.</summary>
    public const int LifetimeMonths = 6;

    public required int UserId { get; init; }

    /// <summary>Names the account at Spotify for good.</summary>
    public required string AccountId { get; init; }

    /// <summary>The id that Spotify's addresses use, and by which the sync history is kept.</summary>
    public required string SpotifyId { get; init; }

    public string? DisplayName { get; init; }

    public string? ImageUrl { get; init; }

    public required string ClientId { get; init; }

    /// <summary>What the listener granted, in Spotify's words (<see cref="Spotify.Scopes"/>).</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public required ConnectionStatus Status { get; init; }

    public required DateTimeOffset AuthorizedAt { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    public DateTimeOffset ExpiresAt => AuthorizedAt.AddMonths(LifetimeMonths);

    public bool Grants(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);
}

/// <summary>Whether Spotify still takes a connection's tokens.</summary>
public enum ConnectionStatus
{
    Active,

    /// <summary>The authorization ended or was taken back; only the listener can renew it.</summary>
    SignInAgain,
}
