using Personalify.Web.Api;

namespace Personalify.Web.Pages.Library;

/// <summary>The lists by the words of their addresses, and how a page calls them.</summary>
public static class LibraryKindNames
{
    private static readonly Texts Text = Texts.Of(typeof(LibraryKindNames));

    public static IReadOnlyDictionary<string, LibraryKind> ByKey { get; } = new Dictionary<string, LibraryKind>
    {
        ["tracks"] = LibraryKind.SavedTracks, ["albums"] = LibraryKind.SavedAlbums, ["playlists"] = LibraryKind.Playlists,
        ["artists"] = LibraryKind.FollowedArtists, ["shows"] = LibraryKind.SavedShows, ["episodes"] = LibraryKind.SavedEpisodes,
        ["audiobooks"] = LibraryKind.SavedAudiobooks,
    };

    public static string NameOf(LibraryKind kind) => kind switch
    {
        LibraryKind.SavedTracks => Text["Saved tracks"],
        LibraryKind.SavedAlbums => Text["Saved albums"],
        LibraryKind.Playlists => Text["Playlists"],
        LibraryKind.FollowedArtists => Text["Followed artists"],
        LibraryKind.SavedShows => Text["Podcasts"],
        LibraryKind.SavedEpisodes => Text["Saved episodes"],
        _ => Text["Audiobooks"],
    };
}
