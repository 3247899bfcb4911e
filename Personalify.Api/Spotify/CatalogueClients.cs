using Personalify.Api.Spotify.Http;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Spotify;

public sealed class ArtistsClient
{
    private readonly APIConnector _connector;

    internal ArtistsClient(APIConnector connector) => _connector = connector;

    public Task<FullArtist> Get(string id, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<FullArtist>(SpotifyUrls.Artist(id), cancellationToken);

    public Task<Paging<SimpleAlbum>> GetAlbums(
        string id, int limit = SpotifyUrls.MaxArtistAlbumsLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<SimpleAlbum>>(SpotifyUrls.ArtistAlbums(id, limit, offset), cancellationToken);
}

public sealed class AlbumsClient
{
    private readonly APIConnector _connector;

    internal AlbumsClient(APIConnector connector) => _connector = connector;

    /// <summary>The album with the first page of its tracks.</summary>
    public Task<FullAlbum> Get(string id, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<FullAlbum>(SpotifyUrls.Album(id), cancellationToken);

    public Task<Paging<SimpleTrack>> GetTracks(
        string id, int limit = SpotifyUrls.MaxLimit, int offset = 0, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<Paging<SimpleTrack>>(SpotifyUrls.AlbumTracks(id, limit, offset), cancellationToken);
}

public sealed class TracksClient
{
    private readonly APIConnector _connector;

    internal TracksClient(APIConnector connector) => _connector = connector;

    /// <summary>The id of the answer may be another one, where Spotify gives another release of the recording in its place.</summary>
    public Task<FullTrack> Get(string id, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<FullTrack>(SpotifyUrls.Track(id), cancellationToken);
}

public sealed class ShowsClient
{
    private readonly APIConnector _connector;

    internal ShowsClient(APIConnector connector) => _connector = connector;

    public Task<FullShow> Get(string id, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<FullShow>(SpotifyUrls.Show(id), cancellationToken);
}

public sealed class EpisodesClient
{
    private readonly APIConnector _connector;

    internal EpisodesClient(APIConnector connector) => _connector = connector;

    public Task<FullEpisode> Get(string id, CancellationToken cancellationToken = default) =>
        _connector.GetNeeded<FullEpisode>(SpotifyUrls.Episode(id), cancellationToken);
}
