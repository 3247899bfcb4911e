using System.Globalization;
using Microsoft.Extensions.Options;
using Personalify.Api.Catalog;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Models;
using Personalify.Api.Sync;

namespace Personalify.Api.Library;

/// <summary>
/// Reads one list completely and puts it in the place of the one before. No first page is taken for the whole: entries can be saved with a
/// time of the past, so neither the length of a list nor its beginning tells that nothing else has changed.
/// </summary>
internal abstract class LibraryPart<T>(LibraryKind kind, string what, LibraryStore store, IOptions<LibraryOptions> options) : ISyncPart
    where T : class
{
    public SyncPart Part => kind.Part();

    public IReadOnlyList<string> Scopes => kind.Scopes();

    public async Task<SyncPartResult> RunAsync(SyncContext context, CancellationToken cancellationToken)
    {
        var most = options.Value.MaxEntries;
        var list = await new WholeListReader(what, most, context.Fetched)
            .ReadAsync(() => Open(context.Client), TakeAsync, cancellationToken);
        var (kept, added, removed) = await store.SaveAsync(context.Connection, kind, list.Rows, list.LeftOut, cancellationToken);
        return new SyncPartResult(kept, added, removed) { Note = list.LeftOut == 0 ? null : LeftOut(list.LeftOut, most) };
    }

    protected abstract ListPages<T> Open(SpotifyClient client);

    protected abstract LibraryRow? RowOf(T entry);

    /// <summary>Keeps for the catalogue what came along.</summary>
    protected virtual Task HarvestAsync(IReadOnlyList<T> entries, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IEnumerable<LibraryRow>> TakeAsync(IReadOnlyList<T> entries, CancellationToken cancellationToken)
    {
        await HarvestAsync(entries, cancellationToken);
        return entries.Select(RowOf).OfType<LibraryRow>();
    }

    private static string LeftOut(int leftOut, int most) => string.Create(CultureInfo.InvariantCulture,
        $"{leftOut} older entries were left out, because {most} of a list are kept. Who runs this server can raise Library:MaxEntries.");
}

internal sealed class SavedTracksPart(LibraryStore store, SpotifyCatalog catalog, IOptions<LibraryOptions> options)
    : LibraryPart<SavedTrack>(LibraryKind.SavedTracks, "saved tracks", store, options)
{
    protected override ListPages<SavedTrack> Open(SpotifyClient client) =>
        ListPagesOf.Offsets((offset, token) => client.Library.GetTracks(offset: offset, cancellationToken: token));

    protected override LibraryRow? RowOf(SavedTrack entry) => LibraryRows.Of(entry);

    protected override Task HarvestAsync(IReadOnlyList<SavedTrack> entries, CancellationToken cancellationToken) =>
        catalog.KeepAsync([.. entries.Select(entry => entry.Track).OfType<FullTrack>()], cancellationToken);
}

internal sealed class SavedAlbumsPart(LibraryStore store, SpotifyCatalog catalog, IOptions<LibraryOptions> options)
    : LibraryPart<SavedAlbum>(LibraryKind.SavedAlbums, "saved albums", store, options)
{
    protected override ListPages<SavedAlbum> Open(SpotifyClient client) =>
        ListPagesOf.Offsets((offset, token) => client.Library.GetAlbums(offset: offset, cancellationToken: token));

    protected override LibraryRow? RowOf(SavedAlbum entry) => LibraryRows.Of(entry);

    protected override Task HarvestAsync(IReadOnlyList<SavedAlbum> entries, CancellationToken cancellationToken) =>
        catalog.KeepAsync([.. entries.Select(entry => entry.Album).OfType<SimpleAlbum>()], cancellationToken);
}

internal sealed class FollowedArtistsPart(LibraryStore store, SpotifyCatalog catalog, IOptions<LibraryOptions> options)
    : LibraryPart<FullArtist>(LibraryKind.FollowedArtists, "followed artists", store, options)
{
    protected override ListPages<FullArtist> Open(SpotifyClient client) => ListPagesOf.Artists(client.Follow);

    protected override LibraryRow? RowOf(FullArtist entry) => LibraryRows.Of(entry);

    protected override Task HarvestAsync(IReadOnlyList<FullArtist> entries, CancellationToken cancellationToken) =>
        catalog.KeepAsync(entries, cancellationToken);
}

internal sealed class SavedShowsPart(LibraryStore store, IOptions<LibraryOptions> options)
    : LibraryPart<SavedShow>(LibraryKind.SavedShows, "saved shows", store, options)
{
    protected override ListPages<SavedShow> Open(SpotifyClient client) =>
        ListPagesOf.Offsets((offset, token) => client.Library.GetShows(offset: offset, cancellationToken: token));

    protected override LibraryRow? RowOf(SavedShow entry) => LibraryRows.Of(entry);
}

internal sealed class SavedEpisodesPart(LibraryStore store, IOptions<LibraryOptions> options)
    : LibraryPart<SavedEpisodes>(LibraryKind.SavedEpisodes, "saved episodes", store, options)
{
    protected override ListPages<SavedEpisodes> Open(SpotifyClient client) =>
        ListPagesOf.Offsets((offset, token) => client.Library.GetEpisodes(offset: offset, cancellationToken: token));

    protected override LibraryRow? RowOf(SavedEpisodes entry) => LibraryRows.Of(entry);
}

internal sealed class SavedAudiobooksPart(LibraryStore store, IOptions<LibraryOptions> options)
    : LibraryPart<SimpleAudiobook>(LibraryKind.SavedAudiobooks, "saved audiobooks", store, options)
{
    protected override ListPages<SimpleAudiobook> Open(SpotifyClient client) =>
        ListPagesOf.Offsets((offset, token) => client.Library.GetAudiobooks(offset: offset, cancellationToken: token));

    protected override LibraryRow? RowOf(SimpleAudiobook entry) => LibraryRows.Of(entry);
}
