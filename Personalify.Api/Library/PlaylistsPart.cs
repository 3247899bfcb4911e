using System.Globalization;
using Microsoft.Extensions.Options;
using Personalify.Api.Catalog;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Models;
using Personalify.Api.Sync;

namespace Personalify.Api.Library;

/// <summary>
/// The listener's playlists, and the entries of those that Spotify gives: the listener's own and the collaborative ones. Entries are read
/// again only where the snapshot is another, one playlist after the other, so that a failure costs none that came before it.
/// </summary>
internal sealed class PlaylistsPart(PlaylistStore store, SpotifyCatalog catalog, IOptions<LibraryOptions> options) : ISyncPart
{
    public SyncPart Part => SyncPart.Playlists;

    public IReadOnlyList<string> Scopes => LibraryKind.Playlists.Scopes();

    public async Task<SyncPartResult> RunAsync(SyncContext context, CancellationToken cancellationToken)
    {
        var list = await ReadListAsync(context, cancellationToken);
        var (fetched, added, removed) = await store.SaveAsync(context.Connection, list.Rows, list.LeftOut, cancellationToken);
        foreach (var playlist in await store.FindUnreadAsync(context.UserId, cancellationToken))
        {
            if (await ReadItemsAsync(context, playlist, fetched, cancellationToken) is not { } items) continue;
            var (more, less) = await store.SaveItemsAsync(context.UserId, playlist, items, cancellationToken);
            (fetched, added, removed) = (fetched + items.Rows.Count, added + more, removed + less);
        }

        var summary = await store.SummarizeAsync(context.UserId, cancellationToken);
        return new SyncPartResult(fetched, added, removed) { Note = NoteOf(summary, list.LeftOut) };
    }

    private Task<WholeList<PlaylistRow>> ReadListAsync(SyncContext context, CancellationToken cancellationToken) =>
        new WholeListReader("playlists", options.Value.MaxPlaylists, context.Fetched).ReadAsync(
            () => ListPagesOf.Offsets((offset, token) => context.Client.Playlists.CurrentUsers(offset: offset, cancellationToken: token)),
            (playlists, _) => Task.FromResult(
                playlists.Select(playlist => PlaylistRow.Of(playlist, context.Connection)).OfType<PlaylistRow>()),
            cancellationToken);

    /// <summary>Null where Spotify refuses; that is kept, so that it is not asked again before the playlist changes.</summary>
    private async Task<WholeList<LibraryRow>?> ReadItemsAsync(
        SyncContext context, UnreadPlaylist playlist, int before, CancellationToken cancellationToken)
    {
        if (playlist.Total == 0) return new WholeList<LibraryRow>([], 0);
        try
        {
            return await new WholeListReader(
                    $"entries of the playlist “{playlist.Name}”", options.Value.MaxPlaylistItems, count => context.Fetched(before + count))
                .ReadAsync(
                    () => ListPagesOf.Offsets((offset, token) =>
                        context.Client.Playlists.GetPlaylistItems(playlist.SpotifyId, offset: offset, cancellationToken: token)),
                    TakeAsync, cancellationToken);
        }
        catch (APIException refused) when (refused is APINotFoundException or APIForbiddenException
            { Kind: ForbiddenKind.NotOwned or ForbiddenKind.EndpointRemoved })
        {
            await store.HideAsync(context.UserId, playlist, cancellationToken);
            return null;
        }
    }

    private async Task<IEnumerable<LibraryRow>> TakeAsync(IReadOnlyList<PlaylistTrack> entries, CancellationToken cancellationToken)
    {
        await catalog.KeepAsync([.. entries.Select(entry => entry.Playable).OfType<FullTrack>()], cancellationToken);
        return entries.Select(LibraryRows.Of).OfType<LibraryRow>();
    }

    private static string? NoteOf(PlaylistSummary summary, int leftOut)
    {
        var left = leftOut + summary.LeftOut;
        if (summary.NotYours + summary.Hidden + left == 0) return null;
        var closed = summary.NotYours + summary.Hidden;
        string[] sentences =
        [
            .. closed == 0 ? [] : (string[])[string.Create(CultureInfo.InvariantCulture,
                $"Of {summary.Playlists} playlists, {closed} came without their entries: "
                + $"Spotify gives those only to who owns or edits a playlist.")],
            .. left == 0 ? [] : (string[])[string.Create(CultureInfo.InvariantCulture,
                $"Playlists and entries beyond this server's limits were left out: {left}.")],
        ];
        return string.Join(' ', sentences);
    }
}
