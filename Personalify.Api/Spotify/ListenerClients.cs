using Personalify.Api.Spotify.Http;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Spotify;

public sealed class UserProfileClient
{
    private readonly APIConnector _connector;

    internal UserProfileClient(APIConnector connector) => _connector = connector;

    /// <summary>The listener whose token it is.</summary>
    public Task<PrivateUser> Current(CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<PrivateUser>(SpotifyUrls.Me(), cancellationToken);
}

public sealed class PersonalizationClient
{
    private readonly APIConnector _connector;

    internal PersonalizationClient(APIConnector connector) => _connector = connector;

    public Task<Paging<FullArtist>> GetTopArtists(
        TimeRange range, int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<FullArtist>>(SpotifyUrls.TopArtists(range, limit, offset), cancellationToken);

    public Task<Paging<FullTrack>> GetTopTracks(
        TimeRange range, int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<FullTrack>>(SpotifyUrls.TopTracks(range, limit, offset), cancellationToken);
}

public sealed class PlayerClient
{
    private readonly APIConnector _connector;

    internal PlayerClient(APIConnector connector) => _connector = connector;

    /// <summary>The last plays of music, the newest first; Spotify keeps fifty.</summary>
    public Task<CursorPaging<PlayHistoryItem>> GetRecentlyPlayed(
        DateTimeOffset? after = null, DateTimeOffset? before = null, int limit = SpotifyUrls.MaxLimit,
        CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<CursorPaging<PlayHistoryItem>>(SpotifyUrls.RecentlyPlayed(limit, after, before), cancellationToken);

    /// <summary>What is playing; null when nothing is.</summary>
    public Task<CurrentlyPlaying?> GetCurrentlyPlaying(CancellationToken cancellationToken = default) =>
        _connector.Get<CurrentlyPlaying>(SpotifyUrls.CurrentlyPlaying(), cancellationToken);

    /// <summary>What is playing and where; null when nothing is.</summary>
    public Task<CurrentlyPlayingContext?> GetCurrentPlayback(CancellationToken cancellationToken = default) =>
        _connector.Get<CurrentlyPlayingContext>(SpotifyUrls.CurrentPlayback(), cancellationToken);
}

public sealed class LibraryClient
{
    private readonly APIConnector _connector;

    internal LibraryClient(APIConnector connector) => _connector = connector;

    public Task<Paging<SavedTrack>> GetTracks(
        int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<SavedTrack>>(SpotifyUrls.SavedTracks(limit, offset), cancellationToken);

    public Task<Paging<SavedAlbum>> GetAlbums(
        int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<SavedAlbum>>(SpotifyUrls.SavedAlbums(limit, offset), cancellationToken);

    public Task<Paging<SavedShow>> GetShows(
        int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<SavedShow>>(SpotifyUrls.SavedShows(limit, offset), cancellationToken);

    public Task<Paging<SavedEpisodes>> GetEpisodes(
        int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<SavedEpisodes>>(SpotifyUrls.SavedEpisodes(limit, offset), cancellationToken);

    public Task<Paging<SimpleAudiobook>> GetAudiobooks(
        int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<SimpleAudiobook>>(SpotifyUrls.SavedAudiobooks(limit, offset), cancellationToken);
}

public sealed class PlaylistsClient
{
    private readonly APIConnector _connector;

    internal PlaylistsClient(APIConnector connector) => _connector = connector;

    /// <summary>The playlists that the listener owns or follows, with the number of their entries only.</summary>
    public Task<Paging<FullPlaylist>> CurrentUsers(
        int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<FullPlaylist>>(SpotifyUrls.Playlists(limit, offset), cancellationToken);

    public Task<FullPlaylist> Get(string id, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<FullPlaylist>(SpotifyUrls.Playlist(id), cancellationToken);

    /// <summary>The entries; Spotify forbids those of playlists that the listener neither owns nor edits.</summary>
    public Task<Paging<PlaylistTrack>> GetPlaylistItems(
        string id, int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<PlaylistTrack>>(SpotifyUrls.PlaylistItems(id, limit, offset), cancellationToken);
}

public sealed class FollowClient
{
    private readonly APIConnector _connector;

    internal FollowClient(APIConnector connector) => _connector = connector;

    /// <summary>Followed artists, from the one behind <paramref name="after"/> on.</summary>
    public Task<FollowedArtistsResponse> OfCurrentUser(
        string? after = null, int limit = SpotifyUrls.MaxLimit, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<FollowedArtistsResponse>(SpotifyUrls.FollowedArtists(limit, after), cancellationToken);
}
