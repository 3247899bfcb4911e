using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Library;

/// <summary>The entries of one playlist, where Spotify gives them.</summary>
public sealed class PlaylistModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    private const int PageSize = 50;
    private const int FilePageSize = 100;
    private static readonly Texts Text = Texts.Of(typeof(PlaylistModel));

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Playlist? Playlist { get; private set; }

    public LibraryPage<LibraryRow>? Entries { get; private set; }

    public string Title => Playlist!.Name.Length > 0 ? Playlist.Name : Text["Without a name"];

    public PagerModel Pager => PagerModel.Of(
        Text["More of the playlist"], $"/library/playlists/{Uri.EscapeDataString(Id)}", Entries?.PageInfo);

    /// <summary>Why there are no entries to show; null when there are some.</summary>
    public EmptyModel? Nothing => Playlist!.ItemsState switch
    {
        PlaylistItemsState.NotYours => new(
            Text["The entries are not yours to read"],
            Text["The playlist is another person's. Spotify gives its entries only to who owns or edits it."],
            Text["Open in Spotify"], Playlist.Url),
        PlaylistItemsState.Hidden => new(
            Text["Spotify hides the entries"], Text["Spotify refuses the entries of this playlist to apps like this one."],
            Text["Open in Spotify"], Playlist.Url),
        PlaylistItemsState.NotYet => new(Text["Not synchronized yet"], Text["The entries come with the next synchronization."]),
        _ when Entries is { TotalCount: > 0 } => null,
        _ => new(Text["Nothing here"], Text["The playlist is empty."]),
    };

    public async Task<IActionResult> OnGetAsync(string? after, string? before)
    {
        var page = PageVariables.Of(PageSize, after, before);
        Playlist = (await visit.AskAsync(OnePlaylistData.Operation, VariablesOf(page))).Me?.Library.Playlist;
        Entries = Playlist is null ? null : LibraryRow.PageOf(Playlist);
        return Playlist is null ? NotFound() : Page();
    }

    /// <summary>All entries as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        await visit.ConfirmAsync();
        return LibraryCsv.Of("playlist", async after =>
        {
            var variables = VariablesOf(PageVariables.Of(FilePageSize, after, null));
            return (await client.SendAsync(OnePlaylistData.Operation, variables, Aborted)).Me?.Library.Playlist is { } playlist
                ? LibraryRow.PageOf(playlist)
                : null;
        }, Viewer, Aborted);
    }

    private OnePlaylistVariables VariablesOf(PageVariables page) => new(Id, page.First, page.After, page.Last, page.Before);
}
