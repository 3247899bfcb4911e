namespace Personalify.Api.Spotify;

/// <summary>What a listener can grant. Only what reads is here.</summary>
public static class Scopes
{
    public const string PlaylistReadCollaborative = "playlist-read-collaborative";
    public const string PlaylistReadPrivate = "playlist-read-private";
    public const string UserFollowRead = "user-follow-read";
    public const string UserLibraryRead = "user-library-read";
    public const string UserReadCurrentlyPlaying = "user-read-currently-playing";
    public const string UserReadPlaybackPosition = "user-read-playback-position";
    public const string UserReadPlaybackState = "user-read-playback-state";
    public const string UserReadPrivate = "user-read-private";
    public const string UserReadRecentlyPlayed = "user-read-recently-played";
    public const string UserTopRead = "user-top-read";

    /// <summary>What all that is read here needs.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        UserTopRead, UserReadRecentlyPlayed, UserReadCurrentlyPlaying, UserReadPlaybackState, UserLibraryRead, PlaylistReadPrivate,
        PlaylistReadCollaborative, UserFollowRead, UserReadPlaybackPosition,
    ];

    /// <summary>Spotify writes scopes with spaces between them; none at all is possible.</summary>
    public static IReadOnlyList<string> Read(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
