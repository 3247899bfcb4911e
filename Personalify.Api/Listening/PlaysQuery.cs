using System.Text;
using Npgsql;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>The plays that a listening counts, in which order. The zone is that of the listening's clock, by its name.</summary>
public sealed record PlaysQuery(PeriodListening Of, string Zone, PlayOrder Order);

/// <summary>
/// Builds the statement of a <see cref="PlaysQuery"/> from fixed pieces of SQL; every value is a parameter. The user comes first and
/// always, because <c>plays</c> is partitioned by it.
/// </summary>
internal sealed class PlaysSql
{
    private static readonly string[] ByTime =
        ["play.ended_at", "play.track_id", "play.ms_played", "play.reported_at", "play.offline_at", "play.ordinal"];

    private static readonly string[] LongestFirst =
        ["play.ms_played", "play.ended_at", "play.track_id", "play.reported_at", "play.offline_at", "play.ordinal"];

    private readonly PlayConditions _conditions;
    private readonly StringBuilder _sql = new();
    private readonly PlayOrder _order;

    private PlaysSql(NpgsqlParameterCollection parameters, PlayOrder order) =>
        (_conditions, _order) = (new PlayConditions(parameters), order);

    /// <summary>
    /// Writes the statement for a page into the command. <paramref name="isBackward"/> reads from the end of the list: in the opposite
    /// order, which the caller turns round.
    /// </summary>
    public static void Write(NpgsqlCommand command, PlaysQuery query, PlayCursor? after, PlayCursor? before, int limit, bool isBackward)
    {
        var sql = new PlaysSql(command.Parameters, query.Order);
        sql.Append($"SELECT {PlayRow.Columns}");
        sql.AppendPlays(query);
        if (after is { } first) sql.AppendBound(first, isBehind: true);
        if (before is { } last) sql.AppendBound(last, isBehind: false);
        sql.AppendOrder(isBackward);
        sql.Append($" LIMIT {sql.Parameter(limit)}");
        command.CommandText = sql._sql.ToString();
    }

    /// <summary>The statement for the plays that have these numbers, counted from the first play on.</summary>
    public static NpgsqlBatchCommand Numbered(PlaysQuery query, int[] numbers)
    {
        var command = new NpgsqlBatchCommand();
        var sql = new PlaysSql(command.Parameters, PlayOrder.OldestFirst);
        sql.Append($"SELECT * FROM (SELECT {PlayRow.Columns}, row_number() OVER (ORDER BY {string.Join(", ", ByTime)}) AS number");
        sql.AppendPlays(query);
        sql.Append($") AS play WHERE number <= {sql.Parameter(numbers.Max())} AND number = ANY ({sql.Parameter(numbers)}) ORDER BY number");
        command.CommandText = sql._sql.ToString();
        return command;
    }

    private void AppendPlays(PlaysQuery query)
    {
        Append(
            $"""
             FROM {PlayRow.Source}
            WHERE play.user_id = {Parameter(query.Of.UserId)} AND NOT play.is_superseded
                AND {PlayMonthsSql.Condition(query.Of.Play)} AND {_conditions.InPeriod(query.Of)}
            """);
        AppendFilter(query.Of.Filter, query.Zone);
    }

    private void AppendFilter(ListeningFilter filter, string zone)
    {
        AppendEqual("play.track_id", filter.Track);
        AppendEqual("track.artist_id", filter.Artist);
        AppendEqual("track.album_id", filter.Album);
        AppendEqual(PlayMonthsSql.Platform, (int?)filter.Platform);
        Append($" AND {_conditions.OnClock(filter, zone)}");
    }

    private void AppendEqual(string column, int? value)
    {
        if (value is { } wanted) Append($" AND {column} = {Parameter(wanted)}");
    }

    private void AppendBound(PlayCursor cursor, bool isBehind)
    {
        var comparison = isBehind == (_order == PlayOrder.OldestFirst) ? ">" : "<";
        object[] place = [cursor.EndedAt, cursor.TrackNumber, cursor.MsPlayed, cursor.ReportedAt, cursor.OfflineAt, cursor.Ordinal];
        if (_order == PlayOrder.LongestFirst) (place[0], place[1], place[2]) = (place[2], place[0], place[1]);
        Append($" AND ({string.Join(", ", OrderColumns)}) {comparison} ({string.Join(", ", place.Select(Parameter))})");
    }

    private void AppendOrder(bool isBackward)
    {
        var direction = isBackward == (_order == PlayOrder.OldestFirst) ? "DESC" : "ASC";
        Append($" ORDER BY {string.Join(", ", OrderColumns.Select(column => $"{column} {direction}"))}");
    }

    private string[] OrderColumns => _order == PlayOrder.LongestFirst ? LongestFirst : ByTime;

    private void Append(string text) => _sql.Append(text);

    private string Parameter(object value) => _conditions.Parameter(value);
}
