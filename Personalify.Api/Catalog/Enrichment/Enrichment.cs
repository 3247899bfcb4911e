using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Catalog.Enrichment;

/// <summary>
/// Asks Spotify what it has not said yet: connected listeners take turns, each with what they heard most, through their own connection,
/// until nothing is wanted or the budgets' share for such work is used up. Nothing of a listener who is not connected is asked.
/// </summary>
internal sealed class Enrichment(
    WantedStore queue, AskedStore asked, SpotifyCatalog catalog, SpotifyConnections connections, SpotifyBudgets budgets, TimeProvider clock)
{
    private const int MostTracksOfAnAlbum = 500;
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromHours(6);

    /// <summary>Returns how many entries were described.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (described, resting) = (0, new HashSet<int>());
        while (await PassAsync(resting, cancellationToken) is > 0 and var more) described += more;
        return described;
    }

    /// <summary>
    /// One entry for each listener. A listener who has none, or for whom Spotify cannot be asked, rests until the next run.
    /// </summary>
    private async Task<int> PassAsync(HashSet<int> resting, CancellationToken cancellationToken)
    {
        var described = 0;
        foreach (var turn in await queue.TurnsAsync(cancellationToken))
        {
            if (resting.Contains(turn.UserId)) continue;
            if (await ServeAsync(turn, cancellationToken)) described++;
            else resting.Add(turn.UserId);
        }

        return described;
    }

    private async Task<bool> ServeAsync(ListenerTurn turn, CancellationToken cancellationToken)
    {
        if (turn.RefreshedAt is not { } refreshed || clock.GetUtcNow() - refreshed >= RefreshEvery)
            await queue.RefreshAsync(turn.UserId, cancellationToken);
        var kinds = await OpenKindsAsync(turn.ClientId, cancellationToken);
        if (kinds.Count == 0 || await queue.ClaimAsync(turn.UserId, kinds, cancellationToken) is not { } wanted) return false;
        try
        {
            return await AskAsync(wanted, cancellationToken);
        }
        catch (Exception refusal) when (refusal is APIException or OperationCanceledException)
        {
            await queue.ReleaseAsync(wanted, CancellationToken.None); // it is asked for later, and nothing else for this listener now
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private async Task<List<WantedKind>> OpenKindsAsync(string clientId, CancellationToken cancellationToken)
    {
        var (caller, open) = (new SpotifyCaller(clientId, IsBackground: true), new List<WantedKind>());
        foreach (var kind in WantedKinds.All)
        {
            if (await budgets.IsOpenAsync(caller, kind.Group(), cancellationToken)) open.Add(kind);
        }

        return open;
    }

    private async Task<bool> AskAsync(Wanted wanted, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(wanted.UserId, cancellationToken) is not { } connected)
        {
            await queue.ReleaseAsync(wanted, cancellationToken);
            return false;
        }

        await queue.ServedAsync(wanted.UserId, cancellationToken);
        try
        {
            await KeepAsync(wanted, await DescribeAsync(connected.Client.InBackground(), wanted, cancellationToken), cancellationToken);
        }
        catch (APINotFoundException)
        {
            await asked.MissingAsync(wanted, cancellationToken);
        }
        catch (APIException failure) when (IsAboutTheEntry(failure))
        {
            await asked.FailedAsync(wanted, cancellationToken);
        }

        await queue.RemoveAsync(wanted, cancellationToken);
        return true;
    }

    /// <summary>
    /// Whether another entry may be answered all the same. What is wrong with the listener's connection is not, because what is kept of an
    /// entry counts for every listener.
    /// </summary>
    private static bool IsAboutTheEntry(APIException failure) => failure is not (
        APIUnauthorizedException or APIForbiddenException or APITooManyRequestsException or APIUnavailableException
        or SpotifySignInAgainException or OAuthException);

    private async Task KeepAsync(Wanted wanted, string saidId, CancellationToken cancellationToken)
    {
        await asked.FoundAsync(wanted, saidId, cancellationToken);
        if (wanted.Kind == WantedKind.Track) await queue.FollowAsync(wanted, saidId, cancellationToken);
    }

    /// <summary>Keeps what Spotify says, and returns under which id it says so.</summary>
    private async Task<string> DescribeAsync(SpotifyClient client, Wanted wanted, CancellationToken cancellationToken)
    {
        SpotifyItem said = wanted.Kind switch
        {
            WantedKind.Track => await KeepTrackAsync(await client.Tracks.Get(wanted.SpotifyId, cancellationToken), cancellationToken),
            WantedKind.Artist => await KeepArtistAsync(await client.Artists.Get(wanted.SpotifyId, cancellationToken), cancellationToken),
            _ => await KeepAlbumAsync(client, await client.Albums.Get(wanted.SpotifyId, cancellationToken), cancellationToken),
        };
        return said.Id is { Length: > 0 } id ? id : wanted.SpotifyId;
    }

    private async Task<FullTrack> KeepTrackAsync(FullTrack track, CancellationToken cancellationToken)
    {
        await catalog.KeepAsync([track], cancellationToken);
        return track;
    }

    private async Task<FullArtist> KeepArtistAsync(FullArtist artist, CancellationToken cancellationToken)
    {
        await catalog.KeepAsync([artist], cancellationToken);
        return artist;
    }

    private async Task<FullAlbum> KeepAlbumAsync(SpotifyClient client, FullAlbum album, CancellationToken cancellationToken)
    {
        var tracks = new List<SimpleTrack>();
        if (album.Tracks is { } first)
        {
            await foreach (var track in client.Paginate(first, MostTracksOfAnAlbum, cancellationToken)) tracks.Add(track);
        }

        await catalog.KeepAsync(album, tracks, cancellationToken);
        return album;
    }
}
