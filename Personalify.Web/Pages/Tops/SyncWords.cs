using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Tops;

/// <summary>A synchronization in words.</summary>
public static class SyncWords
{
    private static readonly Texts Text = Texts.Of(typeof(SyncWords));

    public static ProgressModel Progress(SyncStatus sync) => sync.Status == SyncState.Queued
        ? new(Text["Waiting for its turn"], null)
        : new(
            sync.Part is { } part ? NameOf(part) : Text["At work"], 100 * sync.Done.Count / Math.Max(1, sync.Wanted.Count),
            Text["{0} fetched", Format.Count(sync.Fetched, "entry", "entries")]);

    private static string NameOf(SyncPart part) => part switch
    {
        SyncPart.TopLists => Text["Top lists"],
        SyncPart.RecentPlays => Text["Recent plays"],
        SyncPart.SavedTracks => Text["Saved tracks"],
        SyncPart.SavedAlbums => Text["Saved albums"],
        SyncPart.Playlists => Text["Playlists"],
        SyncPart.FollowedArtists => Text["Followed artists"],
        SyncPart.SavedShows => Text["Saved podcasts"],
        SyncPart.SavedEpisodes => Text["Saved episodes"],
        _ => Text["Saved audiobooks"],
    };
}
