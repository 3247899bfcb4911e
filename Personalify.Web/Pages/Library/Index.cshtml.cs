using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Library;

/// <summary>What the listener has saved and follows at Spotify, a list at a time.</summary>
public sealed class IndexModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    private const int PageSize = 50;
    private const int FilePageSize = 100;
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "tracks";

    public Library? Library { get; private set; }

    public LibraryPage<LibraryRow>? Entries { get; private set; }

    public string Title => LibraryKindNames.NameOf(Shown);

    public LibraryList List => Library?.Lists.FirstOrDefault(list => list.Kind == Shown) ?? new LibraryList(Shown, 0, 0, null, []);

    public PickerModel Kinds => new(Text["Lists of the library"],
        [.. LibraryKindNames.ByKey.Select(kind => new PickerOption(
            TabOf(kind.Value), $"/library/{kind.Key}", kind.Key == Kind))]);

    public PagerModel Pager => PagerModel.Of(Text["More of the library"], $"/library/{Kind}", Entries?.PageInfo);

    /// <summary>Nothing hinders the list, and still it was never read: how the connection stands says why.</summary>
    public bool IsNeverRead => List is { Entries: 0, SyncedAt: null, MissingScopes.Count: 0 };

    public bool IsAtWork { get; private set; }

    /// <summary>Why there is nothing to show; null when there is something, and for a list that was never read.</summary>
    public EmptyModel? Nothing
    {
        get
        {
            if (List.Entries > 0) return null;
            if (List.SyncedAt is not null) return new(Text["Nothing here"], Text["Spotify has no entries in this list of yours."]);
            return List.MissingScopes.Count == 0
                ? null
                : new(
                    Text["Spotify may not show this list"],
                    Text["You have not granted {0}. Connect with Spotify again and allow it.", string.Join(", ", List.MissingScopes)],
                    Text["See the connection"], "/spotify");
        }
    }

    /// <summary>Why what is shown will stay as it is; null when it is kept up to date.</summary>
    public string? Standstill => Library switch
    {
        { IsConnected: false } => Text["You are not connected with Spotify any more, so this stays as it was."],
        _ when List.MissingScopes.Count > 0 => Text["You have not granted {0} any more, so this stays as it was.",
            string.Join(", ", List.MissingScopes)],
        _ => null,
    };

    private LibraryKind Shown => LibraryKindNames.ByKey[Kind];

    public async Task<IActionResult> OnGetAsync(string? after, string? before)
    {
        if (!LibraryKindNames.ByKey.ContainsKey(Kind)) return NotFound();
        var me = (await visit.AskAsync(LibraryData.Operation, VariablesOf(PageVariables.Of(PageSize, after, before)))).Me;
        (Library, IsAtWork) = (me?.Library, me?.CurrentSync is not null);
        Entries = Library is null ? null : LibraryRow.PageOf(Library);
        return Page();
    }

    /// <summary>The whole list as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!LibraryKindNames.ByKey.ContainsKey(Kind)) return NotFound();
        await visit.ConfirmAsync();
        return LibraryCsv.Of($"library-{Kind}", async after =>
        {
            var variables = VariablesOf(PageVariables.Of(FilePageSize, after, null));
            return (await client.SendAsync(LibraryData.Operation, variables, Aborted)).Me?.Library is { } library
                ? LibraryRow.PageOf(library)
                : null;
        }, Viewer, Aborted);
    }

    /// <summary>What plays now, for the script of the shell; without content when there is nothing to ask for.</summary>
    public async Task<IActionResult> OnGetPlayingAsync()
    {
        Response.Headers.CacheControl = "no-store";
        try
        {
            var me = (await visit.AskAsync(NowPlayingData.Operation, NoVariables.Instance)).Me;
            if (me?.Library is not { IsConnected: true }) return new NoContentResult();
            return me switch
            {
                { NowPlaying: { } playing } => Partial("_NowPlaying", playing),
                { NowPlayingProblem: { } problem } => Partial("_NotKnownPlaying", problem),
                _ => Content("", "text/html"),
            };
        }
        catch (ApiException refusal) when (refusal.Code == "SPOTIFY_SCOPE_MISSING")
        {
            return new NoContentResult(); // The Spotify page says what is not granted; the line of the shell just stays away.
        }
    }

    private string TabOf(LibraryKind kind) =>
        Library?.Lists.FirstOrDefault(list => list.Kind == kind) is { SyncedAt: not null } list
            ? $"{LibraryKindNames.NameOf(kind)} {Format.Number(list.Entries)}"
            : LibraryKindNames.NameOf(kind);

    private LibraryVariables VariablesOf(PageVariables page) => new(
        page.First, page.After, page.Last, page.Before, Shown == LibraryKind.SavedTracks, Shown == LibraryKind.SavedAlbums,
        Shown == LibraryKind.Playlists, Shown == LibraryKind.FollowedArtists, Shown == LibraryKind.SavedShows,
        Shown == LibraryKind.SavedEpisodes, Shown == LibraryKind.SavedAudiobooks);
}
