using Personalify.Web.Api;
using Personalify.Web.Pages.SyncHistory;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Library;

/// <summary>Exactly one of the lists is asked for.</summary>
public sealed record LibraryVariables(
    int? First, string? After, int? Last, string? Before, bool Tracks, bool Albums, bool Playlists, bool Artists, bool Shows, bool Episodes,
    bool Audiobooks);

public sealed record LibraryData(ViewerUser? Viewer, LibraryUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<LibraryVariables, LibraryData> Operation = new("Library/Index");
}

public sealed record LibraryUser(Library Library, SyncAtWork? CurrentSync = null);

public sealed record Library(
    bool IsConnected, IReadOnlyList<LibraryList> Lists, LibraryPage<SavedTrack>? SavedTracks, LibraryPage<SavedAlbum>? SavedAlbums,
    LibraryPage<LibraryPlaylist>? Playlists, LibraryPage<FollowedArtist>? FollowedArtists, LibraryPage<SavedShow>? SavedShows,
    LibraryPage<SavedEpisode>? SavedEpisodes, LibraryPage<SavedAudiobook>? SavedAudiobooks);

public sealed record LibraryList(
    LibraryKind Kind, int Entries, int LeftOut, DateTimeOffset? SyncedAt, IReadOnlyList<string> MissingScopes);

public sealed record LibraryPage<T>(int TotalCount, IReadOnlyList<T>? Nodes, PageInfo PageInfo)
    where T : class;

/// <summary>What the own history has of an entry.</summary>
public sealed record OwnEntry(string Id);

public sealed record SavedTrack(
    string Name, IReadOnlyList<string> Artists, string? AlbumName, DateTimeOffset? AddedAt, int? DurationMs, string? ImageUrl, string? Url,
    OwnEntry? Track);

public sealed record SavedAlbum(
    string Name, IReadOnlyList<string> Artists, DateTimeOffset? AddedAt, int? TotalTracks, string? ImageUrl, string? Url, OwnEntry? Album);

public sealed record LibraryPlaylist(
    string SpotifyId, string Name, string? OwnerName, bool IsOwn, int? Total, PlaylistItemsState ItemsState, string? ImageUrl, string Url);

public sealed record FollowedArtist(string Name, string? ImageUrl, string? Url, OwnEntry? Artist);

public sealed record SavedShow(
    string Name, string? Publisher, DateTimeOffset? AddedAt, int? TotalEpisodes, string? ImageUrl, string? Url);

public sealed record SavedEpisode(
    string Name, string? ShowName, DateTimeOffset? AddedAt, int? DurationMs, string? ImageUrl, string? Url);

public sealed record SavedAudiobook(string Name, IReadOnlyList<string> Authors, int? TotalChapters, string? ImageUrl, string? Url);
