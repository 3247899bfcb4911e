using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Csv;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Shows;

/// <summary>Podcasts and audiobooks: the head of each list, or one of them page by page.</summary>
public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    private const int HeadSize = 10;
    private const int PageSize = 50;
    private const int CsvPageSize = 100;
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    private static readonly Dictionary<string, ShowKind?> Kinds =
        Enum.GetValues<ShowKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), kind => (ShowKind?)kind);

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    /// <summary>The one list that is shown, or null for the heads of all.</summary>
    public ShowKind? Kind { get; private set; }

    public ShownPeriod? Shown { get; private set; }

    public ShowsListening? Data { get; private set; }

    /// <summary>What the period before adds up to; null where the history does not reach back that far.</summary>
    public SpokenWordTotals? Before { get; private set; }

    public string Path => PathOf(Kind);

    /// <summary>The days that the history of spoken word has, whatever music it has.</summary>
    public Coverage? Coverage => Viewer.User.SpokenWordCoverage is { } days ? new(days.FirstDay, days.LastDay, 0) : null;

    public PeriodPickerModel Picker => new(Query, Path, Shown!, Coverage!);

    /// <summary>The heads of the tables order them too; a phone has no place for heads.</summary>
    public PickerModel Order => new(Text["Order"],
    [
        new(Text["By time"], (Query with { By = TopOrder.Time }).Link(Path) + "#tables", Query.By == TopOrder.Time),
        new(Text["By plays"], (Query with { By = TopOrder.Plays }).Link(Path) + "#tables", Query.By == TopOrder.Plays),
    ]);

    public IReadOnlyList<ShowTableView> Tables =>
        [.. ShowTable.Of(Data!).Select(table => new ShowTableView(
            table, Query, Path, CsvLink.Of(Request, table.Title.ToLowerInvariant(), table.Kind.ToString().ToLowerInvariant()), IsAlone: Kind is not null))];

    public IEnumerable<FigureModel> Figures => ShowFigures.Of(Data!.SpokenWord, Before, Shown!.BeforeName);

    public string LinkTo(ShowKind? kind) => Query.Link(PathOf(kind));

    public PagerModel Pager(ShowTable table) => new(
        Text["More of the list"],
        table.Page is { HasPreviousPage: true, StartCursor: { } start } ? Query.Link(Path, ("before", start)) : null,
        table.Page is { HasNextPage: true, EndCursor: { } end } ? Query.Link(Path, ("after", end)) : null,
        Text["{0} – {1} of {2}", table.Rows[0].Rank, table.Rows[^1].Rank, Format.Number(table.Total)]);

    public async Task<IActionResult> OnGetAsync(string? kind, string? after, string? before)
    {
        if (!ReadAddress(kind)) return NotFound();
        Data = await LoadAsync(Kind is null ? PageVariables.Of(HeadSize, null, null) : PageVariables.Of(PageSize, after, before));
        return Page();
    }

    /// <summary>One of the lists as a file, from its first entry to its last.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        ReadAddress(kind: null);
        Kind = AddressText.OneOf(Request.Query, CsvLink.ListKey, Kinds, ShowKind.Podcasts);
        await visit.ConfirmAsync();
        if (Coverage is null) return NotFound();
        return ShowCsv.Of(Kind!.Value, async after => await LoadAsync(PageVariables.Of(CsvPageSize, after, before: null)), Aborted);
    }

    private bool ReadAddress(string? kind)
    {
        Query = StatisticsQuery.Read(Request.Query);
        if (kind is not null && !Kinds.ContainsKey(kind)) return false;
        Kind = kind is null ? null : Kinds[kind];
        return true;
    }

    private async Task<ShowsListening?> LoadAsync(PageVariables page)
    {
        var user = (await visit.AskAsync(ShowsData.Operation, () => Variables(page)))?.Me;
        Before = user?.Preceding?.SpokenWord;
        return user?.Listening;
    }

    private ShowsVariables? Variables(PageVariables page)
    {
        Shown = Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today) : null;
        return Shown is null ? null : new ShowsVariables(
            Shown.Period.ToInput(), (Shown.Before ?? Shown.Period).ToInput(), Shown.Before is not null, Query.Play, Query.By,
            page.First, page.After, page.Last, page.Before, Asks(ShowKind.Podcasts), Asks(ShowKind.Episodes), Asks(ShowKind.Audiobooks));
    }

    private bool Asks(ShowKind kind) => Kind is null || Kind == kind;

    private static string PathOf(ShowKind? kind) => kind is { } one ? $"/shows/{one.ToString().ToLowerInvariant()}" : "/shows";
}
