using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Overview;

public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    /// <summary>Where the lists stand on the page: who orders them anew goes on there.</summary>
    private const string ListsPlace = "#lists";

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public ShownPeriod? Shown { get; private set; }

    public OverviewUser? Data { get; private set; }

    public PeriodPickerModel Picker => new(Query, "/", Shown!, Viewer.User.Coverage!);

    public PickerModel Order => new("Order of the top lists",
    [
        new("By time", (Query with { By = TopOrder.Time }).Link("/") + ListsPlace, Query.By == TopOrder.Time),
        new("By plays", (Query with { By = TopOrder.Plays }).Link("/") + ListsPlace, Query.By == TopOrder.Plays),
    ], IsSmall: true);

    /// <summary>Hundreds of cells, made once; nothing without a history or for a single day.</summary>
    public CalendarModel? Calendar { get; private set; }

    public bool IsCalendarShortened => CalendarPeriod != Shown!.Period;

    // A calendar of more than a year is a wall; the History page has one for each year.
    private Period CalendarPeriod => Shown!.Period is { Days: > 366 } period ? new(period.To.AddYears(-1).AddDays(1), period.To) : Shown.Period;

    public async Task OnGetAsync()
    {
        Query = StatisticsQuery.Read(Request.Query);
        ViewData["Statistics"] = Query;
        Data = (await visit.AskAsync(OverviewData.Operation, Variables))?.Me;
        if (Data is not null && !Shown!.IsOneDay) Calendar = new(CalendarPeriod, Data.Calendar.ByDay, PlaysLink.OfDay(Query.Play));
    }

    private OverviewVariables? Variables()
    {
        Shown = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today) : null;
        return Shown is null ? null : new OverviewVariables(
            Shown.Period.ToInput(), (Shown.Before ?? Shown.Period).ToInput(), CalendarPeriod.ToInput(), Shown.Before is not null,
            Query.Play, Query.By);
    }
}
