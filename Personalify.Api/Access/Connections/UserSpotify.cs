using Personalify.Api.Users;

namespace Personalify.Api.Access.Connections;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserSpotify
{
    [GraphQLDescription("The connection with Spotify; null when there is none.")]
    public static Task<SpotifyConnection?> GetSpotifyAsync(
        [Parent] User user, SpotifyConnectionStore store, CancellationToken cancellationToken) =>
        store.FindAsync(user.Id, cancellationToken);

    [GraphQLDescription("Whether what came through a connection that has been ended is still kept.")]
    public static async Task<bool> GetKeepsSpotifyDataAsync(
        [Parent] User user, SpotifyConnectionStore store, CancellationToken cancellationToken) =>
        await store.FindLinkAsync(user.Id, cancellationToken) is { Status: ConnectionStatus.Disconnected };

    [GraphQLDescription("The app of Spotify's Developer Dashboard that the listener brings; null when they use the server's.")]
    public static async Task<OwnSpotifyApp?> GetSpotifyAppAsync(
        [Parent] User user, SpotifyApps apps, CancellationToken cancellationToken) =>
        await apps.FindOwnAsync(user.Id, cancellationToken) is { } app
            ? new OwnSpotifyApp(app.ClientId, app.ClientSecret is not null)
            : null;

    [GraphQLDescription("Whether the account can be entered with a password. One that was made through Spotify has none until one is set.")]
    public static bool GetHasPassword([Parent] User user) => user.HasPassword;
}

[GraphQLName("SpotifyApp")]
[GraphQLDescription("An app of Spotify's Developer Dashboard that a listener brings. Its secret is in no answer.")]
public sealed record OwnSpotifyApp(
    [property: GraphQLDescription("Names it at Spotify.")] string ClientId,
    [property: GraphQLDescription("Whether its secret is kept here as well, encrypted.")] bool HasSecret);
