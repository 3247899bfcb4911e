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
    /// <summary>The line of what plays is not worth a longer wait; Spotify is asked again later.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<int, Lazy<Task<PlayingAnswer>>> _looks = [];

    /// <summary>Any number of callers in this process share one look.</summary>
    public Task<PlayingAnswer> ReadAsync(int userId, CancellationToken cancellationToken)
    {
        var look = _looks.GetOrAdd(userId, _ => new Lazy<Task<PlayingAnswer>>(() => LookAndForgetAsync(userId)));
        return look.Value.WaitAsync(cancellationToken);
    }

    // Not by the token of who came first: the others wait for the answer as well. Its own limit ends it.
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
        var answer = await AskAsync(userId, failures, cancellationToken);
        await store.KeepAsync(userId, answer, cancellationToken);
        return answer;
    }

    private async Task<PlayingAnswer> AskAsync(int userId, int failures, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            var playing = await connections.FindAsync(userId, cancellationToken) is { } connected
                ? NowPlaying.Of(userId, await AskAsync(connected, limit.Token), clock.GetUtcNow())
                : null;
            return new PlayingAnswer(playing, clock.GetUtcNow() + PlayingPauses.After(playing));
        }
        catch (APIException failure)
        {
            return Fail(PlayingPauses.After(failure, failures + 1));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Fail(PlayingPauses.AfterSilence(failures + 1));
        }

        PlayingAnswer Fail(TimeSpan pause) => new(null, clock.GetUtcNow() + pause, failures + 1);
    }

    // The answer with the device says whether the session is private.
    private static async Task<Spotify.Models.CurrentlyPlaying?> AskAsync(ConnectedSpotify connected, CancellationToken cancellationToken) =>
        connected.Connection.Grants(Scopes.UserReadPlaybackState)
            ? await connected.Client.Player.GetCurrentPlayback(cancellationToken)
            : connected.Connection.Grants(Scopes.UserReadCurrentlyPlaying)
                ? await connected.Client.Player.GetCurrentlyPlaying(cancellationToken)
                : null;
}
