using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public int Year { get; private set; }

    public ShownPeriod? Shown { get; private set; }

    public HistoryUser? Data { get; private set; }

    public string Path => $"/history/{Year}";

    /// <summary>Hundreds of cells, made once.</summary>
    public CalendarModel? Calendar { get; private set; }

    public PickerModel Years(Coverage coverage) => new("Year",
        [.. coverage.Years.Select(
            year => new PickerOption(year.ToString(CultureInfo.InvariantCulture), Query.Link($"/history/{year}"), year == Year))]);

    public async Task<IActionResult> OnGetAsync(int? year)
    {
        Query = StatisticsQuery.Read(Request.Query);
        ViewData["Statistics"] = Query;
        Data = (await visit.AskAsync(HistoryData.Operation, () => Variables(year)))?.Me;
        if (Data is not null) Calendar = new(Period.OfYear(Year), Data.Listening.ByDay, PlaysLink.OfDay(Query.Play), Viewer.Today);
        return Viewer.User.Coverage is { } coverage && !coverage.Years.Contains(Year) ? NotFound() : Page();
    }

    /// <summary>Who comes from a period finds the year in which it ends.</summary>
    private static int YearOf(ShownPeriod shown, Coverage coverage)
    {
        var year = shown.Period.To.Year;
        return coverage.Years.Contains(year) ? year : coverage.LastDay.Year;
    }

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
