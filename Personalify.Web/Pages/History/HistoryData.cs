using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

public sealed record HistoryVariables(PeriodInput Period, PeriodInput Before, bool Compare, PlayDefinition Play);

public sealed record HistoryData(ViewerUser? Viewer, HistoryUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<HistoryVariables, HistoryData> Operation = new("History/Index");
}

/// <param name="Before">Missing when the history does not reach back to the year before.</param>
public sealed record HistoryUser(HistoryListening Listening, HistoryBefore? Before);

public sealed record HistoryListening(
    ListeningTotals Totals, IReadOnlyList<DayListening> ByDay, IReadOnlyList<WeekdayHourListening> ByWeekdayHour);

public sealed record HistoryBefore(TotalsBefore Totals);
