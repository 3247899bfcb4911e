using System.Text;
using Npgsql;
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
            SELECT play.track_id, play.ended_at, play.ms_played, play.source, play.reason_start, play.reason_end, play.platform,
                play.shuffle, play.skipped, play.offline
            FROM plays AS play JOIN tracks AS track ON track.id = play.track_id
            WHERE play.user_id = {sql.Parameter(query.UserId)} AND NOT play.is_superseded
            """);
        if (query.Filter is { } filter) sql.AppendFilter(filter, query.Clock);
        if (after is { } first) sql.AppendBound(first, isBehind: true);
        if (before is { } last) sql.AppendBound(last, isBehind: false);
        sql.AppendOrder(isBackward);
        sql.Append($" LIMIT {sql.Parameter(limit)}");
        command.CommandText = sql._sql.ToString();
    }

    private void AppendFilter(PlayFilterInput filter, ZoneClock clock)
    {
        if (filter.Period is { } period) AppendPeriod(clock.RangesOf(period.ToBounds()));
        AppendEqual("play.track_id", filter.TrackId);
        AppendEqual("track.artist_id", filter.ArtistId);
        AppendEqual("track.album_id", filter.AlbumId);
        if (filter.Play is { } definition) Append($" AND {PlayMonthsSql.Condition(definition)}");
    }

    private void AppendPeriod(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> ranges)
    {
        var conditions = ranges.Select(range =>
            $"(play.ended_at >= {Parameter(range.From.UtcDateTime)} AND play.ended_at < {Parameter(range.To.UtcDateTime)})");
        Append(ranges.Count == 0 ? " AND false" : $" AND ({string.Join(" OR ", conditions)})");
    }

    private void AppendEqual(string column, int? value)
    {
        if (value is { } id) Append($" AND {column} = {Parameter(id)}");
    }

    private void AppendBound(PlayCursor cursor, bool isBehind)
    {
        var (endedAt, track, milliseconds) = (Parameter(cursor.EndedAt), Parameter(cursor.TrackId), Parameter(cursor.MsPlayed));
        var comparison = isBehind == (_order == PlayOrder.OldestFirst) ? ">" : "<";
        Append(_order == PlayOrder.LongestFirst
            ? $" AND (play.ms_played, play.ended_at, play.track_id) {comparison} ({milliseconds}, {endedAt}, {track})"
            : $" AND (play.ended_at, play.track_id, play.ms_played) {comparison} ({endedAt}, {track}, {milliseconds})");
    }

    private void AppendOrder(bool isBackward)
    {
        var direction = isBackward == (_order == PlayOrder.OldestFirst) ? "DESC" : "ASC";
        Append(_order == PlayOrder.LongestFirst
            ? $" ORDER BY play.ms_played {direction}, play.ended_at {direction}, play.track_id {direction}"
            : $" ORDER BY play.ended_at {direction}, play.track_id {direction}, play.ms_played {direction}");
    }

    private void Append(string text) => _sql.Append(text);

    private string Parameter(object value)
    {
        _parameters.Add(new NpgsqlParameter { Value = value });
        return $"${_parameters.Count}";
    }
}
