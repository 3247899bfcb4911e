using System.Text;
using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Search;

/// <summary>Finds artists, albums and tracks of the listener's own history: a page of results, and suggestions while one types.</summary>
public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    private const int PageSize = 20;
    private const int Suggested = 4;
    private static readonly Texts Words = Texts.Of(typeof(IndexModel));

    /// <summary>What was asked for, without blanks around it and without characters that no name has.</summary>
    public string Text { get; private set; } = "";

    public bool IsTooLong => Text.Length > FindModel.LongestText;

    public SearchResult Found { get; private set; } = SearchResult.Nothing;

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public async Task OnGetAsync(string? q)
    {
        Query = StatisticsQuery.Read(Request.Query);
        ViewData["Statistics"] = Query;
        Found = await FindAsync(q, PageSize);
    }

    public async Task<IActionResult> OnGetSuggestAsync(string? q)
    {
        var found = await FindAsync(q, Suggested);
        return new JsonResult(Suggestions(found), PersonalifyJson.Default.Options);
    }

    private async Task<SearchResult> FindAsync(string? text, int first)
    {
        Text = Clean(text ?? "");
        if (Text.Length == 0 || IsTooLong) return SearchResult.Nothing;
        return (await visit.AskAsync(SearchData.Operation, new SearchVariables(Text, first))).Search ?? SearchResult.Nothing;
    }

    private static List<Suggestion> Suggestions(SearchResult found) =>
    [
        .. found.Artists.Select(artist => new Suggestion(Words["Artist"], artist.Name, null, PlaceLink.OfArtist(artist.Id))),
        .. found.Tracks.Select(track => new Suggestion(Words["Track"], track.Name, track.Artist.Name, PlaceLink.OfTrack(track.Id))),
        .. found.Albums.Select(album => new Suggestion(Words["Album"], album.Name, album.Artist.Name, PlaceLink.OfAlbum(album.Id))),
    ];

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) clean.Append(' ');
            else if (rune != Rune.ReplacementChar) clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
