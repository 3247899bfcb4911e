using Npgsql;

namespace Personalify.Api.Access.Connections;

/// <summary>Joins an account at Spotify with one here, one to one.</summary>
public sealed class SpotifyLinking(
    NpgsqlDataSource main, SpotifyConnectionStore store, SpotifyNewAccounts newAccounts, SpotifyWipes wipes)
{
    private static readonly SpotifyAccountTakenError OfAnother = new(
        "Another account of this server is linked with this Spotify account. Sign in to that account with Spotify, or end the link there "
        + "and wipe what came through it; then connect it here.");

    private static readonly SpotifyUnreachableError StillWiping = new(
        "What came from Spotify before is still being wiped, because a store of this server does not answer. Try again later.");

    /// <summary>Connects the account of a user, or with none the account that is linked already, or a new one.</summary>
    public async Task<FieldResult<SpotifyLink>> RunAsync(int? userId, SpotifyListener listener, CancellationToken cancellationToken)
    {
        // Before the turn, because a store may take long and every other listener waits for the turn.
        if (userId is { } owner && !await wipes.FinishAsync(owner)) return new([StillWiping]);
        await using var turn = await SpotifyLinkTurn.TakeAsync(main, cancellationToken);
        var link = await store.FindLinkAsync(listener.AccountId, listener.SpotifyId, cancellationToken);
        return userId is { } id
            ? await ConnectAsync(id, link, listener, cancellationToken)
            : await EnterAsync(link, listener, cancellationToken);
    }

    private async Task<FieldResult<SpotifyLink>> ConnectAsync(
        int userId, SpotifyConnection? link, SpotifyListener listener, CancellationToken cancellationToken)
    {
        if (link is not null && link.UserId != userId) return new([OfAnother]);
        if (link is null && await store.FindLinkAsync(userId, cancellationToken) is { } other) return new([LinkedWith(other)]);
        return await SaveAsync(userId, link, listener, isNew: false, cancellationToken);
    }

    private async Task<FieldResult<SpotifyLink>> EnterAsync(
        SpotifyConnection? link, SpotifyListener listener, CancellationToken cancellationToken)
    {
        if (link is not null) return await SaveAsync(link.UserId, link, listener, isNew: false, cancellationToken);
        var made = await newAccounts.MakeAsync(listener, cancellationToken);
        return made.Value is { } user
            ? await SaveAsync(user.Id, null, listener, isNew: true, cancellationToken)
            : new FieldResult<SpotifyLink>(made.Errors);
    }

    private async Task<FieldResult<SpotifyLink>> SaveAsync(
        int userId, SpotifyConnection? before, SpotifyListener listener, bool isNew, CancellationToken cancellationToken)
    {
        if (await wipes.IsPendingAsync(userId, cancellationToken)) return new([StillWiping]);
        var connection = listener.ConnectionOf(userId, before);
        await store.SaveAsync(connection, listener.Tokens, cancellationToken);
        return new SpotifyLink(connection, isNew);
    }

    private static SpotifyAccountTakenError LinkedWith(SpotifyConnection other) => new(
        $"Your account here is linked with another Spotify account, {other.DisplayName ?? other.SpotifyId}, so the two would be mixed up. "
        + "End that link on the page Spotify and wipe what came through it; then connect this one.");
}

/// <param name="Connection">As it is stored.</param>
/// <param name="IsNew">Whether the account was made for it.</param>
public sealed record SpotifyLink(SpotifyConnection Connection, bool IsNew);
