using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Csv;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    private static readonly Dictionary<string, Func<HistoryListening, IActionResult>> CsvLists = new()
    {
        ["days"] = listening => ListeningCsv.Days(listening.ByDay),
        ["hours"] = listening => ListeningCsv.Hours(listening.ByWeekdayHour),
    };

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public int Year { get; private set; }

    public ShownPeriod? Shown { get; private set; }

    public HistoryUser? Data { get; private set; }

    public string Path => $"/history/{Year}";

    /// <summary>Hundreds of cells, made once.</summary>
    public CalendarModel? Calendar { get; private set; }

    public PickerModel Years(Coverage coverage) => new(Text["Year"],
        [.. coverage.Years.Select(
            year => new PickerOption(year.ToString(CultureInfo.InvariantCulture), Query.Link($"/history/{year}"), year == Year))]);

    public async Task<IActionResult> OnGetAsync(int? year)
    {
        Query = StatisticsQuery.Read(Request.Query);
        ViewData["Statistics"] = Query;
        Data = (await visit.AskAsync(HistoryData.Operation, () => Variables(year)))?.Me;
        if (Data is not null) Calendar = CalendarOf(Data);
        return Viewer.User.Coverage is { } coverage && !coverage.Years.Contains(Year) ? NotFound() : Page();
    }

    /// <summary>One of the page's tables as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(int? year)
    {
        var page = await OnGetAsync(year);
        var list = AddressText.OneOf(Request.Query, CsvLink.ListKey, CsvLists, CsvLists["days"]);
        return page is NotFoundResult || Data is null ? NotFound() : list(Data.Listening);
    }

    /// <summary>Who comes from a period finds the year in which it ends.</summary>
    private static int YearOf(ShownPeriod shown, Coverage coverage)
    {
        var year = shown.Period.To.Year;
        return coverage.Years.Contains(year) ? year : coverage.LastDay.Year;
    }

    private CalendarModel CalendarOf(HistoryUser data) =>
        new(Period.OfYear(Year), data.Listening.ByDay, PlaysLink.OfDay(Query.Play), Viewer.Today)
        {
            Csv = CsvLink.Of(Request, Text["days"], "days"),
        };

    private HistoryVariables? Variables(int? year)
    {
        Shown = null;
        if (Viewer.User.Coverage is not { } coverage) return null;
        Year = year ?? YearOf(ShownPeriod.Of(Query, coverage, Viewer.Today), coverage);
        if (!coverage.Years.Contains(Year)) return null;
        Shown = ShownPeriod.Of(Query.At(Period.OfYear(Year)), coverage, Viewer.Today);
        return new HistoryVariables(
            Shown.Period.ToInput(), (Shown.Before ?? Shown.Period).ToInput(), Shown.Before is not null, Query.Play);
    }
}
