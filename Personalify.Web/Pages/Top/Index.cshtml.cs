using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Top;

public sealed class IndexModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    private const int PageSize = 25;
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));
    private static readonly string[] AllKinds = ["tracks", "artists", "albums"];

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "tracks";

    public int PageNumber { get; private set; } = 1;

    public ShownPeriod? Shown { get; private set; }

    public RankedListModel? List { get; private set; }

    public int Total { get; private set; }

    /// <summary>How many tracks were played where albums are ranked and none of those tracks names one.</summary>
    public int TracksWithoutAlbum { get; private set; }

    public string Path => $"/top/{Kind}";

    public PeriodPickerModel Period => new(Query, Path, Shown!, Viewer.User.Coverage!);

    public PickerModel Kinds => new(Text["What is ranked"],
        [.. AllKinds.Select(kind => new PickerOption(NameOf(kind), Query.Link($"/top/{kind}"), kind == Kind))]);

    public PickerModel Order => new(Text["Order"],
    [
        new(Text["By time"], (Query with { By = TopOrder.Time }).Link(Path), Query.By == TopOrder.Time),
        new(Text["By plays"], (Query with { By = TopOrder.Plays }).Link(Path), Query.By == TopOrder.Plays),
    ]);

    public PagerModel Pager => new(
        Text["More of the list"],
        PageNumber > 1 ? LinkTo(PageNumber - 1) : null,
        List is { Entries.Count: PageSize } && PageNumber * PageSize < Math.Min(RankedLists.Most, Total) ? LinkTo(PageNumber + 1) : null,
        List is { Entries: [var first, .., var last] } ? Text["{0} – {1} of {2}", first.Rank, last.Rank, Format.Number(Total)] : null);

    /// <summary>The list ends here although more was played.</summary>
    public bool IsCutOff => PageNumber * PageSize == RankedLists.Most && Total > RankedLists.Most;

    public string Title => Kind switch
    {
        "artists" => Text["Top artists"],
        "albums" => Text["Top albums"],
        _ => Text["Top tracks"],
    };

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AllKinds.Contains(Kind)) return NotFound();
        Query = StatisticsQuery.Read(Request.Query);
        ViewData["Statistics"] = Query;
        PageNumber = AddressText.Page(Request.Query, "page");
        if (PageNumber > RankedLists.Most / PageSize) return NotFound();
        if ((await visit.AskAsync(TopData.Operation, Variables))?.Me is var (now, before)) Show(now, before, Shown!);
        return Page();
    }

    /// <summary>The whole list as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        if (!AllKinds.Contains(Kind)) return NotFound();
        Query = StatisticsQuery.Read(Request.Query);
        await visit.ConfirmAsync();
        if (Viewer.User.Coverage is not { } coverage) return NotFound();
        var period = ShownPeriod.Of(Query, coverage, Viewer.Today).Period.ToInput();
        return TopCsv.Of(client, new(
            period, Query.Play, null, Query.By, Kind == "tracks", Kind == "artists", Kind == "albums"), Aborted);
    }

    private TopVariables? Variables()
    {
        Shown = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today) : null;
        return Shown is null ? null : new TopVariables(
            Shown.Period.ToInput(), (Shown.Before ?? Shown.Period).ToInput(), Shown.Before is not null, Query.Play, Query.By,
            PageNumber * PageSize, Kind == "tracks", Kind == "artists", Kind == "albums");
    }

    private void Show(TopNow now, TopBefore? before, ShownPeriod shown)
    {
        var lists = new RankedLists(Query, shown.Period, (PageNumber - 1) * PageSize);
        TracksWithoutAlbum = Kind == "albums" && now.Totals.Albums == 0 ? now.Totals.Tracks : 0;
        (List, Total) = Kind switch
        {
            "tracks" => (lists.Tracks(now.TopTracks, before?.TopTracks), now.Totals.Tracks),
            "artists" => (lists.Artists(now.TopArtists, before?.TopArtists), now.Totals.Artists),
            _ => (lists.Albums(now.TopAlbums, before?.TopAlbums), now.Totals.Albums),
        };
    }

    private static string NameOf(string kind) => kind switch
    {
        "artists" => Text["Artists"],
        "albums" => Text["Albums"],
        _ => Text["Tracks"],
    };

    private string LinkTo(int page) => page == 1 ? Query.Link(Path) : Query.Link(Path, ("page", $"{page}"));
}
