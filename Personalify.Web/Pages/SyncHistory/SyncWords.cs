using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.SyncHistory;

/// <summary>How the pages of the sync history speak.</summary>
public static class SyncWords
{
    private const string StoreAway = "SYNC_HISTORY_UNAVAILABLE";
    private static readonly Texts Text = Texts.Of(typeof(SyncWords));

    /// <summary>What the pages show while the store of the history is away; the rest of the dashboard does not need it.</summary>
    public static ProblemModel Away(string retryHref) => new(
        Text["The sync history does not answer"],
        Text["The store that keeps your synchronizations is away at the moment. Nothing of it is lost."],
        Text["Everything else works as usual."], retryHref);

    public static bool IsAway(ApiException failure) => failure.Code == StoreAway;

    public static string Of(SyncRunStatus status) => status switch
    {
        SyncRunStatus.Completed => Text["Done"],
        SyncRunStatus.Partial => Text["In part"],
        SyncRunStatus.Failed => Text["Failed"],
        SyncRunStatus.Interrupted => Text["Interrupted"],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    public static string Of(SyncTrigger trigger) => trigger switch
    {
        SyncTrigger.Listener => Text["You asked for it"],
        SyncTrigger.Schedule => Text["It was due"],
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "Not a trigger."),
    };

    public static string Of(SyncPartStatus status) => status switch
    {
        SyncPartStatus.Completed => Text["Done"],
        SyncPartStatus.Skipped => Text["Left out"],
        SyncPartStatus.Failed => Text["Failed"],
        SyncPartStatus.Interrupted => Text["Interrupted"],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    public static string Of(SyncPart part) => part switch
    {
        SyncPart.TopLists => Text["Top lists"],
        SyncPart.RecentPlays => Text["Recent plays"],
        SyncPart.SavedTracks => Text["Saved tracks"],
        SyncPart.SavedAlbums => Text["Saved albums"],
        SyncPart.Playlists => Text["Playlists"],
        SyncPart.FollowedArtists => Text["Followed artists"],
        SyncPart.SavedShows => Text["Podcasts"],
        SyncPart.SavedEpisodes => Text["Saved episodes"],
        SyncPart.SavedAudiobooks => Text["Audiobooks"],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part."),
    };

    public static string Of(TimeRange range) => range switch
    {
        TimeRange.ShortTerm => Text["Last four weeks"],
        TimeRange.MediumTerm => Text["Last six months"],
        TimeRange.LongTerm => Text["Last year"],
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, "Not a time range."),
    };

    /// <summary>What a run brought, in one line.</summary>
    public static string Summary(SyncPartSummary part) => part.Status == SyncPartStatus.Completed
        ? Text["{0}: {1}, {2} new", Of(part.Part), Format.Number(part.Fetched), Format.Number(part.Added)]
        : Text["{0}: {1}", Of(part.Part), Of(part.Status)];

    /// <summary>What stands under a name: the artists and the album of a track.</summary>
    public static string? Detail(SyncTopItem item) => item.ArtistNames.Count == 0 ? null
        : item.AlbumName is null ? string.Join(", ", item.ArtistNames) : $"{string.Join(", ", item.ArtistNames)} · {item.AlbumName}";

    /// <summary>Where Spotify shows it.</summary>
    public static string Href(SyncTopItem item, bool isTrack) =>
        $"https://open.spotify.com/{(isTrack ? "track" : "artist")}/{Uri.EscapeDataString(item.SpotifyId)}";
}
