using Personalify.Api.Errors;

namespace Personalify.Api.Access.Connections;

/// <summary>Ends a connection with Spotify: the tokens go at once, and what came through them goes too unless it is to stay.</summary>
public sealed class SpotifyDisconnect(
    SpotifyConnectionStore store, SpotifySignInStore signIns, AccountStore accounts, SpotifyWipes wipes)
{
    private static readonly NotAllowedError NoConnection = new("There is no connection with Spotify that could be ended.");

    private static readonly NotAllowedError NoOtherWayIn = new(
        "You enter this account through Spotify only, and the link is the only way in. Set a password in the settings "
        + "first, or keep the data.");

    public async Task<FieldResult<SpotifyDisconnection>> RunAsync(int userId, bool keepData, CancellationToken cancellationToken)
    {
        if (await store.FindLinkAsync(userId, cancellationToken) is not { } link) return new([NoConnection]);
        if (keepData && link.Status == ConnectionStatus.Disconnected) return new([NoConnection]);
        await signIns.ForgetAsync(userId, cancellationToken);
        if (keepData)
        {
            await store.DisconnectAsync(userId, cancellationToken);
            return new SpotifyDisconnection(KeptData: true, IsWiped: false);
        }

        if (await accounts.FindAsync(userId, cancellationToken) is not { PasswordHash: not null }) return new([NoOtherWayIn]);
        return new SpotifyDisconnection(KeptData: false, await wipes.BeginAsync(userId, cancellationToken));
    }
}

[GraphQLDescription("A connection with Spotify that was ended. Its tokens are deleted.")]
public sealed record SpotifyDisconnection(
    [property: GraphQLDescription("Whether what came through it was kept, as it was wished.")] bool KeptData,
    [property: GraphQLDescription("Whether it is wiped from every store. False although nothing was to be kept: a store is away, and it is "
        + "wiped there as soon as that answers.")]
    bool IsWiped);
