using Personalify.Api.Spotify;
using Personalify.Api.Sync;

namespace Personalify.Api.Library;

[GraphQLDescription("A list of the listener's library at Spotify.")]
public enum LibraryKind
{
    [GraphQLDescription("Tracks that the listener has saved.")]
    SavedTracks,

    [GraphQLDescription("Albums that the listener has saved.")]
    SavedAlbums,

    [GraphQLDescription("Playlists that the listener owns or follows.")]
    Playlists,

    [GraphQLDescription("Artists whom the listener follows.")]
    FollowedArtists,

    [GraphQLDescription("Podcasts that the listener has saved.")]
    SavedShows,

    [GraphQLDescription("Episodes that the listener has saved.")]
    SavedEpisodes,

    [GraphQLDescription("Audiobooks that the listener has saved.")]
    SavedAudiobooks,
}

internal static class LibraryKinds
{
    public static IReadOnlyList<LibraryKind> All { get; } = Enum.GetValues<LibraryKind>();

    /// <summary>As it stands in the tables.</summary>
    public static string Key(this LibraryKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());

    public static SyncPart Part(this LibraryKind kind) => Enum.Parse<SyncPart>(kind.ToString());

    /// <summary>What Spotify wants to be granted for the list.</summary>
    public static IReadOnlyList<string> Scopes(this LibraryKind kind) => kind switch
    {
        LibraryKind.Playlists => [Spotify.Scopes.PlaylistReadPrivate, Spotify.Scopes.PlaylistReadCollaborative],
        LibraryKind.FollowedArtists => [Spotify.Scopes.UserFollowRead],
        LibraryKind.SavedEpisodes => [Spotify.Scopes.UserLibraryRead, Spotify.Scopes.UserReadPlaybackPosition],
        _ => [Spotify.Scopes.UserLibraryRead],
    };
}
