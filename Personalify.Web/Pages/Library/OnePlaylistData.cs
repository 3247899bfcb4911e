using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Library;

public sealed record OnePlaylistVariables(string Id, int? First, string? After, int? Last, string? Before);

public sealed record OnePlaylistData(ViewerUser? Viewer, OnePlaylistUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<OnePlaylistVariables, OnePlaylistData> Operation = new("Library/Playlist");
}

public sealed record OnePlaylistUser(OnePlaylistLibrary Library);

public sealed record OnePlaylistLibrary(Playlist? Playlist);

public sealed record Playlist(
    string Name, string? Description, string? OwnerName, string Url, PlaylistItemsState ItemsState, int ItemsLeftOut,
    DateTimeOffset? ItemsSyncedAt, LibraryPage<PlaylistItem>? Items);

public sealed record PlaylistItem(
    string Name, IReadOnlyList<string> Artists, string? PartOf, DateTimeOffset? AddedAt, int? DurationMs, bool IsLocal, string? ImageUrl,
    string? Url, OwnEntry? Track);
