namespace Personalify.Api.Access.Connections;

/// <summary>A listener's connection with Spotify, without its tokens, which <see cref="SpotifyTokens"/> alone reads.</summary>
[GraphQLDescription("The connection of a listener with Spotify. Its tokens are in no answer.")]
public sealed record SpotifyConnection
{
    /// <summary>How long Spotify lets an authorization last; refreshing does not extend it.</summary>
    public const int LifetimeMonths = 6;

    /// <summary>Stands before the id of an account for which Spotify told no account_id, as apps from before May 2026 have it.</summary>
    public const string MarkOfId = "id:";

    [GraphQLIgnore]
    public required int UserId { get; init; }

    /// <summary>Names the account at Spotify for good.</summary>
    [GraphQLIgnore]
    public required string AccountId { get; init; }

    /// <summary>The id that Spotify's addresses use, and by which the sync history is kept.</summary>
    [GraphQLDescription("The id that Spotify's own addresses use for the listener.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("How Spotify calls the listener; null where it does not say.")]
    public string? DisplayName { get; init; }

    [GraphQLDescription("The address of the listener's picture at Spotify, if there is one.")]
    public string? ImageUrl { get; init; }

    [GraphQLDescription("The app of Spotify's Developer Dashboard through which it goes. Spotify lets five listeners use one.")]
    public required string ClientId { get; init; }

    /// <summary>What the listener granted, in Spotify's words (<see cref="Spotify.Scopes"/>).</summary>
    [GraphQLDescription("What the listener granted, in Spotify's words, such as user-top-read.")]
    public required IReadOnlyList<string> Scopes { get; init; }

    [GraphQLIgnore]
    public required ConnectionStatus Status { get; init; }

    [GraphQLDescription("When the listener last agreed on Spotify's page, UTC.")]
    public required DateTimeOffset AuthorizedAt { get; init; }

    [GraphQLDescription("When the listener connected first, UTC.")]
    public required DateTimeOffset ConnectedAt { get; init; }

    [GraphQLDescription("When Spotify ends it, UTC: six months after the listener agreed. Only agreeing again extends it.")]
    public DateTimeOffset ExpiresAt => AuthorizedAt.AddMonths(LifetimeMonths);

    [GraphQLIgnore]
    public bool Grants(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);
}

[GraphQLName("SpotifyConnectionStatus")]
[GraphQLDescription("Whether Spotify still takes a connection.")]
public enum ConnectionStatus
{
    [GraphQLDescription("Spotify answers in the listener's name.")]
    Active,

    /// <summary>Only the listener can renew it.</summary>
    [GraphQLDescription("It ended, was taken back, or cannot be read any more. The listener signs in with Spotify again.")]
    SignInAgain,

    /// <summary>The listener ended it and kept what came through it; <c>User.spotify</c> is null then.</summary>
    [GraphQLIgnore]
    Disconnected,
}
