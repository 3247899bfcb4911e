using System.Collections.Concurrent;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Playing;

/// <summary>
/// Answers what a listener plays: as last heard, or by asking Spotify when it is time. Whatever goes wrong stays here: nothing is shown,
/// and the next question comes later.
/// </summary>
public sealed class PlayingReader(SpotifyConnections connections, PlayingStore store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, Lazy<Task<PlayingAnswer>>> _looks = [];

    /// <summary>Any number of callers in this process share one look.</summary>
    public Task<PlayingAnswer> ReadAsync(int userId, CancellationToken cancellationToken)
    {
        var look = _looks.GetOrAdd(userId, _ => new Lazy<Task<PlayingAnswer>>(() => LookAndForgetAsync(userId)));
        return look.Value.WaitAsync(cancellationToken);
    }

    // Not by the token of who came first: the others wait for the answer as well. The client's own limits end it.
    private async Task<PlayingAnswer> LookAndForgetAsync(int userId)
    {
        await Task.Yield(); // the look is in the dictionary before it can be taken out
        try
        {
            return await LookAsync(userId, CancellationToken.None);
        }
        finally
        {
            _looks.TryRemove(userId, out _);
        }
    }

    private async Task<PlayingAnswer> LookAsync(int userId, CancellationToken cancellationToken)
    {
        if (await store.ClaimAsync(userId, cancellationToken) is not { } failures)
            return await store.FindAsync(userId, cancellationToken) ?? new PlayingAnswer(null, clock.GetUtcNow() + PlayingPauses.Idle);
        var (answer, failed) = await AskAsync(userId, failures, cancellationToken);
        await store.KeepAsync(userId, answer, failed, cancellationToken);
        return answer;
    }

    private async Task<(PlayingAnswer Answer, int Failures)> AskAsync(int userId, int failures, CancellationToken cancellationToken)
    {
        try
        {
            var playing = await connections.FindAsync(userId, cancellationToken) is { } connected
                ? NowPlaying.Of(userId, await AskAsync(connected, cancellationToken), clock.GetUtcNow())
                : null;
            return (new PlayingAnswer(playing, clock.GetUtcNow() + PlayingPauses.After(playing)), 0);
        }
        catch (APIException failure)
        {
            return (new PlayingAnswer(null, clock.GetUtcNow() + PlayingPauses.After(failure, failures + 1)), failures + 1);
        }
    }

    // The answer with the device says whether the session is private.
    private static async Task<Spotify.Models.CurrentlyPlaying?> AskAsync(ConnectedSpotify connected, CancellationToken cancellationToken) =>
        connected.Connection.Grants(Scopes.UserReadPlaybackState)
            ? await connected.Client.Player.GetCurrentPlayback(cancellationToken)
            : connected.Connection.Grants(Scopes.UserReadCurrentlyPlaying)
                ? await connected.Client.Player.GetCurrentlyPlaying(cancellationToken)
                : null;
}
