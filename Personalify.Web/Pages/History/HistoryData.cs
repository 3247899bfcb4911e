using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

public sealed record HistoryVariables(PeriodInput Period, PlayDefinition Play);

public sealed record HistoryData(HistoryUser? Me)
{
    public static readonly GraphQLOperation<HistoryVariables, HistoryData> Operation = new("History/Index");
}

public sealed record HistoryUser(HistoryListening Listening);

public sealed record HistoryListening(
    ListeningTotals Totals, IReadOnlyList<DayListening> ByDay, IReadOnlyList<WeekdayHourListening> ByWeekdayHour);
