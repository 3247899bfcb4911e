using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Overview;

public sealed record OverviewVariables(
    PeriodInput Period, PeriodInput Before, PeriodInput Calendar, bool Compare, PlayDefinition Play, TopOrder By);

public sealed record OverviewData(ViewerUser? Viewer, OverviewUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<OverviewVariables, OverviewData> Operation = new("Overview/Index");
}

/// <param name="Before">Missing when the history does not reach back to the period before.</param>
public sealed record OverviewUser(OverviewListening Now, OverviewCalendar Calendar, OverviewBefore? Before);

public sealed record OverviewListening(
    ListeningTotals Totals,
    TopList<TopTrack> TopTracks,
    TopList<TopArtist> TopArtists,
    IReadOnlyList<MonthListening> ByMonth,
    IReadOnlyList<WeekdayHourListening> ByWeekdayHour);

public sealed record OverviewCalendar(IReadOnlyList<DayListening> ByDay);

public sealed record OverviewBefore(
    TotalsBefore Totals,
    TopList<RankedTrack> TopTracks,
    TopList<RankedArtist> TopArtists,
    IReadOnlyList<MonthListening> ByMonth,
    IReadOnlyList<DayListening> ByDay);
