using Npgsql;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>Conditions on the time of rows called <c>play</c>, and the parameters of the statement that they stand in.</summary>
internal sealed class PlayConditions(NpgsqlParameterCollection parameters)
{
    public string Parameter(object value)
    {
        parameters.Add(new NpgsqlParameter { Value = value });
        return $"${parameters.Count}";
    }

    /// <summary>The play ended in the listening's period.</summary>
    public string InPeriod(PeriodListening listening)
    {
        if (listening.Bounds == default) return "true";
        var ranges = listening.Clock.RangesOf(listening.Bounds);
        var conditions = ranges.Select(range =>
            $"(play.ended_at >= {Parameter(range.From.UtcDateTime)} AND play.ended_at < {Parameter(range.To.UtcDateTime)})");
        return ranges.Count == 0 ? "false" : $"({string.Join(" OR ", conditions)})";
    }

    /// <summary>The play ended in one of the filter's hours and on one of its weekdays.</summary>
    public string OnClock(ListeningFilter filter, string zone)
    {
        if (!filter.AsksForClock) return "true";
        var local = $"(play.ended_at AT TIME ZONE {Parameter(zone)})";
        return $"extract(hour FROM {local})::int = ANY ({Parameter(filter.Hours.ToArray())})"
            + $" AND extract(isodow FROM {local})::int = ANY ({Parameter(filter.Weekdays.Select(weekday => (int)weekday).ToArray())})";
    }
}
