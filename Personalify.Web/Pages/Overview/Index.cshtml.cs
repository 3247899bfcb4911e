using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Csv;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Overview;

public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    private static readonly Dictionary<string, Func<IndexModel, IActionResult>> CsvLists = new()
    {
        ["series"] = page => ListeningCsv.Series(OverviewSeries.Now(page.Data!, page.Shown!)),
        ["days"] = page => ListeningCsv.Days(page.Data!.Calendar.ByDay),
        ["hours"] = page => ListeningCsv.Hours(page.Data!.Now.ByWeekdayHour),
    };

    /// <summary>Where the lists stand on the page: who orders them anew goes on there.</summary>
    private const string ListsPlace = "#lists";

    /// <summary>What was done on the way here, such as an account that was made.</summary>
    [TempData]
    public string? Done { get; set; }

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public ShownPeriod? Shown { get; private set; }

    public OverviewUser? Data { get; private set; }

    public PeriodPickerModel Picker => new(Query, "/", Shown!, Viewer.User.Coverage!);

    public PickerModel Order => new(Text["Order of the top lists"],
    [
        new(Text["By time"], (Query with { By = TopOrder.Time }).Link("/") + ListsPlace, Query.By == TopOrder.Time),
        new(Text["By plays"], (Query with { By = TopOrder.Plays }).Link("/") + ListsPlace, Query.By == TopOrder.Plays),
    ], IsSmall: true);

    /// <summary>Hundreds of cells, made once; nothing without a history or for a single day.</summary>
    public CalendarModel? Calendar { get; private set; }

    public bool IsCalendarShortened => CalendarPeriod != Shown!.Period;

    // A calendar of more than a year is a wall; the History page has one for each year.
    private Period CalendarPeriod => Shown!.Period is { Days: > 366 } period ? new(period.To.AddYears(-1).AddDays(1), period.To) : Shown.Period;

    /// <summary>One of the page's tables as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        await OnGetAsync();
        var list = AddressText.OneOf(Request.Query, CsvLink.ListKey, CsvLists, CsvLists["series"]);
        return Data is null || Shown is null ? NotFound() : list(this);
    }

    public async Task OnGetAsync()
    {
        Query = StatisticsQuery.Read(Request.Query);
        ViewData["Statistics"] = Query;
        Data = (await visit.AskAsync(OverviewData.Operation, Variables))?.Me;
        if (Data is not null && !Shown!.IsOneDay) Calendar = CalendarOf(Data);
    }

    private CalendarModel CalendarOf(OverviewUser data) =>
        new(CalendarPeriod, data.Calendar.ByDay, PlaysLink.OfDay(Query.Play)) { Csv = CsvLink.Of(Request, Text["days"], "days") };

    private OverviewVariables? Variables()
    {
        Shown = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today) : null;
        return Shown is null ? null : new OverviewVariables(
            Shown.Period.ToInput(), (Shown.Before ?? Shown.Period).ToInput(), CalendarPeriod.ToInput(), Shown.Before is not null,
            Query.Play, Query.By);
    }
}
