using Npgsql;
using Personalify.Api.Remote.Tables;
using Personalify.Domain.Listening;

namespace Personalify.Api.Community;

/// <summary>
/// Reads the community's figures from the foreign tables of node B. Each statement by itself leaves out what is about fewer listeners than
/// the minimum, so a refresh between two statements shows nothing that it should not. Lists are in the order of the exact figures.
/// </summary>
public sealed class CommunityStore(RemoteReading node, CommunityOptions options)
{
    private const int MostMonths = 600;

    /// <summary>A member without a play has no figures among which those of others could hide, so those are not counted.</summary>
    private const string Sums =
        """
        SELECT (SELECT refreshed_at FROM remote_community.refreshes), coalesce(bool_or(user_id = $1), false), count(*)::int,
            coalesce(sum(plays), 0)::bigint, coalesce(sum(milliseconds), 0)::bigint
        FROM remote_community.listeners WHERE plays > 0
        """;

    private const string Listeners = "SELECT user_id, plays, milliseconds FROM remote_community.listeners WHERE plays > 0";

    private const string Totals =
        """
        SELECT (SELECT count(*) FROM remote_community.artists), (SELECT count(*) FROM remote_community.tracks), min(id), max(id)
        FROM remote_community.days WHERE listeners >= $1
        """;

    private const string Days =
        """
        SELECT id, listeners, plays, milliseconds FROM remote_community.days
        WHERE listeners >= $1 AND id BETWEEN $2 AND $3 ORDER BY id
        """;

    private const string Months =
        "SELECT id, listeners, plays, milliseconds FROM remote_community.months WHERE listeners >= $1 ORDER BY id DESC LIMIT $2";

    private int Minimum => options.MinimumListeners;

    /// <summary>When the figures were made, whether the listener is in them, and what they add up to.</summary>
    public async Task<(DateTimeOffset? AsOf, bool IsCounted, ListenerSums Sums)> GetSumsAsync(
        int viewer, CancellationToken cancellationToken) =>
        (await node.ListAsync(
            Sums,
            row => (row.IsDBNull(0) ? null : (DateTimeOffset?)row.GetFieldValue<DateTimeOffset>(0), row.GetBoolean(1),
                new ListenerSums(row.GetInt32(2), row.GetInt64(3), row.GetInt64(4))),
            cancellationToken, viewer))[0];

    public async Task<CommunityTotals?> GetTotalsAsync(Community community, CancellationToken cancellationToken)
    {
        if (community.Sums is not { } sums) return null;
        return (await node.ListAsync(
            Totals,
            row => new CommunityTotals(
                sums.Listeners, Rounding.Plays(sums.Plays), Rounding.ToTwoDigits(sums.MsPlayed), row.GetInt64(0), row.GetInt64(1),
                FindDay(row, 2), FindDay(row, 3)),
            cancellationToken, Minimum))[0];
    }

    public Task<IReadOnlyList<CommunityArtist>?> GetArtistsAsync(
        Community community, int first, TopOrder by, CancellationToken cancellationToken) =>
        ReadAsync(
            community, $"SELECT listeners, plays, milliseconds, name FROM remote_community.artists {Ranked(by)}",
            (row, rank) => new CommunityArtist(rank, row.GetString(3), row.GetInt32(0), Plays(row, 1), Milliseconds(row, 2)),
            cancellationToken, Minimum, first);

    public Task<IReadOnlyList<CommunityTrack>?> GetTracksAsync(
        Community community, int first, TopOrder by, CancellationToken cancellationToken) =>
        ReadAsync(
            community, $"SELECT listeners, plays, milliseconds, name, artist_name, spotify_id FROM remote_community.tracks {Ranked(by)}",
            (row, rank) => new CommunityTrack(
                rank, row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5), row.GetInt32(0), Plays(row, 1),
                Milliseconds(row, 2)),
            cancellationToken, Minimum, first);

    public Task<IReadOnlyList<CommunityGenre>?> GetGenresAsync(
        Community community, int first, TopOrder by, CancellationToken cancellationToken) =>
        ReadAsync(
            community, $"SELECT listeners, plays, milliseconds, id FROM remote_community.genres {Ranked(by)}",
            (row, rank) => new CommunityGenre(rank, row.GetString(3), row.GetInt32(0), Plays(row, 1), Milliseconds(row, 2)),
            cancellationToken, Minimum, first);

    public async Task<IReadOnlyList<CommunityListeners>?> GetListenersAsync(
        Community community, int first, TopOrder by, int viewer, CancellationToken cancellationToken)
    {
        var listeners = await ReadAsync(
            community, $"{Listeners} ORDER BY {Column(by)} DESC, user_id LIMIT $1",
            (row, _) => new RankedListener(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken, (first + 1) * Minimum);
        return ListenerGroups.Of(listeners!, Minimum, first, viewer);
    }

    public Task<IReadOnlyList<CommunityDay>?> GetDaysAsync(
        Community community, (DateOnly From, DateOnly To) period, CancellationToken cancellationToken) =>
        ReadAsync(
            community, Days,
            (row, _) => new CommunityDay(row.GetFieldValue<DateOnly>(0), row.GetInt32(1), Plays(row, 2), Milliseconds(row, 3)),
            cancellationToken, Minimum, period.From, period.To);

    public async Task<IReadOnlyList<CommunityMonth>?> GetMonthsAsync(Community community, CancellationToken cancellationToken)
    {
        var months = await ReadAsync(
            community, Months,
            (row, _) => new CommunityMonth(row.GetFieldValue<DateOnly>(0), row.GetInt32(1), Plays(row, 2), Milliseconds(row, 3)),
            cancellationToken, Minimum, MostMonths);
        return [.. months!.Reverse()];
    }

    /// <summary>Nothing is asked where there is nothing to show. A reader of rows is told the place of each, 1 the first.</summary>
    private async Task<IReadOnlyList<T>?> ReadAsync<T>(
        Community community, string sql, Func<NpgsqlDataReader, int, T> read, CancellationToken cancellationToken, params object[] values)
    {
        if (community.Sums is null) return [];
        var place = 0;
        return await node.ListAsync(sql, row => read(row, ++place), cancellationToken, values);
    }

    private static long Plays(NpgsqlDataReader row, int column) => Rounding.Plays(row.GetInt64(column));

    private static long Milliseconds(NpgsqlDataReader row, int column) => Rounding.ToTwoDigits(row.GetInt64(column));

    private static string Ranked(TopOrder by) => $"WHERE listeners >= $1 ORDER BY {Column(by)} DESC, id LIMIT $2";

    private static string Column(TopOrder by) => by == TopOrder.Plays ? "plays" : "milliseconds";

    private static DateOnly? FindDay(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
