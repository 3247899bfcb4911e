using System.Text;
using Npgsql;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>Which plays of whom in which order.</summary>
public sealed record PlaysQuery(int UserId, ZoneClock Clock, PlayFilterInput? Filter, PlayOrder Order);

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

    private readonly NpgsqlParameterCollection _parameters;
    private readonly StringBuilder _sql = new();
    private readonly PlayOrder _order;

    private PlaysSql(NpgsqlCommand command, PlayOrder order) => (_parameters, _order) = (command.Parameters, order);

    /// <summary>
    /// Writes the statement for a page into the command. <paramref name="isBackward"/> reads from the end of the list: in the opposite
    /// order, which the caller turns round.
    /// </summary>
    public static void Write(NpgsqlCommand command, PlaysQuery query, PlayCursor? after, PlayCursor? before, int limit, bool isBackward)
    {
        var sql = new PlaysSql(command, query.Order);
        sql.Append(
            $"""
            SELECT {PlayRow.Columns} FROM {PlayRow.Source}
            WHERE play.user_id = {sql.Parameter(query.UserId)} AND NOT play.is_superseded
            """);
        if (query.Filter is { } filter) sql.AppendFilter(filter, query);
        if (after is { } first) sql.AppendBound(first, isBehind: true);
        if (before is { } last) sql.AppendBound(last, isBehind: false);
        sql.AppendOrder(isBackward);
        sql.Append($" LIMIT {sql.Parameter(limit)}");
        command.CommandText = sql._sql.ToString();
    }

    private void AppendFilter(PlayFilterInput filter, PlaysQuery query)
    {
        if (filter.Period is { } period) AppendPeriod(query.Clock.RangesOf(period.ToBounds()));
        AppendEqual("play.track_id", query.UserId, filter.TrackId);
        AppendEqual("track.artist_id", query.UserId, filter.ArtistId);
        AppendEqual("track.album_id", query.UserId, filter.AlbumId);
        if (filter.Play is { } definition) Append($" AND {PlayMonthsSql.Condition(definition)}");
    }

    private void AppendPeriod(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> ranges)
    {
        var conditions = ranges.Select(range =>
            $"(play.ended_at >= {Parameter(range.From.UtcDateTime)} AND play.ended_at < {Parameter(range.To.UtcDateTime)})");
        Append(ranges.Count == 0 ? " AND false" : $" AND ({string.Join(" OR ", conditions)})");
    }

    /// <summary>An entry of another listener's catalogue has no play in this list, and neither has an entry that does not exist.</summary>
    private void AppendEqual(string column, int userId, long? id)
    {
        if (id is not { } entry) return;
        Append(CatalogId.ListenerOf(entry) == userId ? $" AND {column} = {Parameter(CatalogId.NumberOf(entry))}" : " AND false");
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

    private string Parameter(object value)
    {
        _parameters.Add(new NpgsqlParameter { Value = value });
        return $"${_parameters.Count}";
    }
}
