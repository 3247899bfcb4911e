using System.Globalization;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

public sealed class IndexModel(PersonalifyClient client) : PersonalifyPage
{
    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public int Year { get; private set; }

    public HistoryListening? Data { get; private set; }

    public string Path => $"/history/{Year}";

    public CalendarModel Calendar => new(YearPeriod(Year), Data!.ByDay, PlaysLink.OfDay(Query.Play), Viewer.Today);

    public PickerModel Years(Coverage coverage) => new("Year",
        [.. Enumerable.Range(coverage.FirstDay.Year, coverage.LastDay.Year - coverage.FirstDay.Year + 1).Reverse()
            .Select(year => new PickerOption(year.ToString(CultureInfo.InvariantCulture), Query.Link($"/history/{year}"), year == Year))]);

    public IEnumerable<FigureModel> Figures
    {
        get
        {
            var totals = Data!.Totals;
            var (number, unit) = Format.Whole(totals.MsPlayed);
            var year = YearPeriod(Year);
            yield return new("Listened", number, unit) { Href = PlaysLink.LongestOf(year, Query.Play), Note = PerDay(totals) };
            yield return new("Plays", Format.Number(totals.Plays)) { Href = PlaysLink.Of(year, Query.Play), Note = $"of {Format.Count(totals.Tracks, "track", "tracks")}" };
            yield return new("Artists", Format.Number(totals.Artists)) { Href = Query.With(year.From, year.To).Link("/top/artists"), Note = $"{Format.Number(totals.NewArtists)} for the first time" };
            yield return new("Days with music", Format.Number(totals.ActiveDays)) { Note = totals.LongestStreak is { } streak ? $"{Format.Number(streak.Days)} in a row, {Format.Days(streak.From, streak.To)}" : null };
        }
    }

    public async Task OnGetAsync(int? year)
    {
        Query = StatisticsQuery.Default with { Play = StatisticsQuery.Read(Request.Query).Play };
        ViewData["Statistics"] = Query;
        if (Viewer.User.Coverage is not { } coverage) return;
        Year = Math.Clamp(year ?? coverage.LastDay.Year, coverage.FirstDay.Year, coverage.LastDay.Year);
        var variables = new HistoryVariables(YearPeriod(Year).ToInput(), Query.Play);
        Data = (await client.SendAsync(HistoryData.Operation, variables, Aborted)).Me?.Listening;
    }

    private static Period YearPeriod(int year) => new(new(year, 1, 1), new(year, 12, 31));

    private static string? PerDay(ListeningTotals totals) =>
        totals.ActiveDays == 0 ? null : $"{Format.Duration(totals.MsPlayed / totals.ActiveDays)} on a day with music";
}
