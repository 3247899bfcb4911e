namespace Personalify.Api.Library;

[ObjectType<Library>]
public static class LibraryType
{
    private const int MaxPageSize = 100;

    [GraphQLDescription("One for each list, whether it was ever synchronized or not.")]
    public static async Task<IReadOnlyList<LibraryList>> GetListsAsync(
        [Parent] Library library, LibraryStore store, CancellationToken cancellationToken)
    {
        var kept = await store.FindListsAsync(library.UserId, cancellationToken);
        var connection = library.Connection;
        return [.. LibraryKinds.All.Select(kind => (kept.GetValueOrDefault(kind) ?? new LibraryList { Kind = kind }) with
        {
            MissingScopes = connection is null ? [] : [.. kind.Scopes().Where(scope => !connection.Grants(scope))],
        })];
    }

    [UsePaging(MaxPageSize = MaxPageSize, ConnectionName = "LibraryTracks")]
    [GraphQLDescription("The saved tracks, the last saved first.")]
    public static async Task<Connection<LibraryTrack>?> GetSavedTracksAsync(
        [Parent] Library library, PagingArguments paging, LibraryStore store, CancellationToken cancellationToken) =>
        await store.GetPageAsync(library.UserId, LibraryKind.SavedTracks, paging, row => new LibraryTrack(row), cancellationToken);

    [UsePaging(MaxPageSize = MaxPageSize, ConnectionName = "LibraryAlbums")]
    [GraphQLDescription("The saved albums, the last saved first.")]
    public static async Task<Connection<LibraryAlbum>?> GetSavedAlbumsAsync(
        [Parent] Library library, PagingArguments paging, LibraryStore store, CancellationToken cancellationToken) =>
        await store.GetPageAsync(library.UserId, LibraryKind.SavedAlbums, paging, row => new LibraryAlbum(row), cancellationToken);

    [UsePaging(MaxPageSize = MaxPageSize, ConnectionName = "LibraryPlaylists")]
    [GraphQLDescription("The playlists that the listener owns or follows, in Spotify's order.")]
    public static async Task<Connection<LibraryPlaylist>?> GetPlaylistsAsync(
        [Parent] Library library, PagingArguments paging, PlaylistStore store, CancellationToken cancellationToken) =>
        await store.GetPageAsync(library.UserId, paging, cancellationToken);

    [GraphQLDescription("One playlist of them, or null.")]
    public static Task<LibraryPlaylist?> GetPlaylistAsync(
        [Parent] Library library, [GraphQLDescription("Spotify's id of the playlist.")] string spotifyId, PlaylistStore store,
        CancellationToken cancellationToken) => store.FindAsync(library.UserId, spotifyId, cancellationToken);

    [UsePaging(MaxPageSize = MaxPageSize, ConnectionName = "LibraryArtists")]
    [GraphQLDescription("The followed artists, in Spotify's order.")]
    public static async Task<Connection<LibraryArtist>?> GetFollowedArtistsAsync(
        [Parent] Library library, PagingArguments paging, LibraryStore store, CancellationToken cancellationToken) =>
        await store.GetPageAsync(library.UserId, LibraryKind.FollowedArtists, paging, row => new LibraryArtist(row), cancellationToken);

    [UsePaging(MaxPageSize = MaxPageSize, ConnectionName = "LibraryShows")]
    [GraphQLDescription("The saved podcasts, the last saved first.")]
    public static async Task<Connection<LibraryShow>?> GetSavedShowsAsync(
        [Parent] Library library, PagingArguments paging, LibraryStore store, CancellationToken cancellationToken) =>
        await store.GetPageAsync(library.UserId, LibraryKind.SavedShows, paging, row => new LibraryShow(row), cancellationToken);

    [UsePaging(MaxPageSize = MaxPageSize, ConnectionName = "LibraryEpisodes")]
    [GraphQLDescription("The saved episodes, the last saved first.")]
    public static async Task<Connection<LibraryEpisode>?> GetSavedEpisodesAsync(
        [Parent] Library library, PagingArguments paging, LibraryStore store, CancellationToken cancellationToken) =>
        await store.GetPageAsync(library.UserId, LibraryKind.SavedEpisodes, paging, row => new LibraryEpisode(row), cancellationToken);

    [UsePaging(MaxPageSize = MaxPageSize, ConnectionName = "LibraryAudiobooks")]
    [GraphQLDescription("The saved audiobooks, in Spotify's order.")]
    public static async Task<Connection<LibraryAudiobook>?> GetSavedAudiobooksAsync(
        [Parent] Library library, PagingArguments paging, LibraryStore store, CancellationToken cancellationToken) =>
        await store.GetPageAsync(library.UserId, LibraryKind.SavedAudiobooks, paging, row => new LibraryAudiobook(row), cancellationToken);
}
