using Npgsql;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening.SpokenWord;

/// <summary>What is ranked of the plays that are no music.</summary>
internal enum SpokenKind
{
    Shows,
    Episodes,
    Audiobooks,
}

/// <summary>The plays of episodes and chapters that a listening counts. The zone is that of the listening's clock, by its name.</summary>
internal sealed record SpokenWordQuery(PeriodListening Of, string Zone)
{
    /// <summary>An artist, album, track or kind of device is nothing that a kept episode has.</summary>
    public bool LetsNothingThrough => Of.Filter is not { Artist: null, Album: null, Track: null, Platform: null };
}

/// <summary>Writes the statements of a <see cref="SpokenWordQuery"/> from fixed pieces of SQL; every value is a parameter.</summary>
internal static class SpokenWordSql
{
    public static void WriteTotals(NpgsqlCommand command, SpokenWordQuery query) => command.CommandText =
        $"""
        SELECT count(*)::int, coalesce(sum(play.ms_played), 0)::bigint,
            count(DISTINCT nullif(item.show_name, '')) FILTER (WHERE item.kind = 'EPISODE')::int,
            count(DISTINCT item.id) FILTER (WHERE item.kind = 'EPISODE')::int,
            count(DISTINCT nullif(item.show_name, '')) FILTER (WHERE item.kind = 'CHAPTER')::int,
            count(DISTINCT item.id) FILTER (WHERE item.kind = 'CHAPTER')::int
        {Plays(command, query)} AND item.kind <> 'UNKNOWN'
        """;

    public static void WriteCount(NpgsqlCommand command, SpokenWordQuery query, SpokenKind kind) =>
        command.CommandText = $"SELECT count(*)::int FROM ({Entries(command, query, kind)}) AS entry";

    /// <summary>A page between two ranks, read from its end when <paramref name="isBackward"/>.</summary>
    public static void WritePage(
        NpgsqlCommand command, SpokenWordQuery query, SpokenKind kind, TopOrder by, (int After, int Before) ranks, int limit,
        bool isBackward)
    {
        var entries = Entries(command, query, kind);
        var conditions = new PlayConditions(command.Parameters);
        var order = by == TopOrder.Time ? "ms DESC, plays DESC" : "plays DESC, ms DESC";
        command.CommandText =
            $"""
            SELECT rank, name, plays, ms, items, id, show_name, spotify_id
            FROM (SELECT *, row_number() OVER (ORDER BY {order}, id, name COLLATE "C")::int AS rank FROM ({entries}) AS entry) AS ranked
            WHERE rank > {conditions.Parameter(ranks.After)} AND rank < {conditions.Parameter(ranks.Before)}
            ORDER BY rank {(isBackward ? "DESC" : "ASC")} LIMIT {conditions.Parameter(limit)}
            """;
    }

    private static string Entries(NpgsqlCommand command, SpokenWordQuery query, SpokenKind kind) => kind switch
    {
        SpokenKind.Episodes =>
            $"""
            SELECT item.id, item.name, item.show_name, item.spotify_id, count(*)::int AS plays,
                sum(play.ms_played)::bigint AS ms, 1 AS items
            {Plays(command, query)} AND item.kind = 'EPISODE' GROUP BY item.user_id, item.id
            """,
        _ =>
            $"""
            SELECT 0 AS id, item.show_name AS name, item.show_name, NULL::text AS spotify_id, count(*)::int AS plays,
                sum(play.ms_played)::bigint AS ms, count(DISTINCT item.id)::int AS items
            {Plays(command, query)} AND item.kind = '{(kind == SpokenKind.Shows ? "EPISODE" : "CHAPTER")}' AND item.show_name <> ''
            GROUP BY item.show_name
            """,
    };

    private static string Plays(NpgsqlCommand command, SpokenWordQuery query)
    {
        var conditions = new PlayConditions(command.Parameters);
        var user = conditions.Parameter(query.Of.UserId);
        return
            $"""
            FROM other_plays AS play JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
            WHERE play.user_id = {user} AND {Counts(query.Of.Play)} AND NOT {IsCovered(user)}
                AND {conditions.InPeriod(query.Of)} AND {conditions.OnClock(query.Of.Filter, query.Zone)}
            """;
    }

    /// <summary>
    /// The extended history tells of the play too, with its seconds and its id: what account data tells has minutes and names only. As with
    /// music, names and length are equal, and the better play ended in the minute or less than a minute away from it; of equal rows of a
    /// minute as many are covered as there are better ones.
    /// </summary>
    private static string IsCovered(string user) =>
        $"""
        (item.spotify_id IS NULL AND play.reported_at = date_trunc('minute', play.reported_at) AND play.ordinal < (
            SELECT count(*)
            FROM other_items AS twin JOIN other_plays AS better ON better.user_id = {user} AND better.item_id = twin.id
            WHERE twin.user_id = {user} AND twin.spotify_id IS NOT NULL AND twin.show_name = item.show_name AND twin.name = item.name
                AND twin.kind = item.kind AND better.ms_played = play.ms_played
                AND better.reported_at > play.reported_at - interval '1 minute'
                AND better.reported_at < play.reported_at + interval '2 minutes'))
        """;

    /// <summary>Neither how long an episode is nor why a play of it ended is kept, and what is unknown is never taken for yes.</summary>
    private static string Counts(PlayDefinition definition) => definition switch
    {
        PlayDefinition.Any => "true",
        PlayDefinition.ThirtySeconds => $"play.ms_played >= {PlayRules.ThirtySeconds}",
        PlayDefinition.HalfOrFourMinutes => $"play.ms_played >= {PlayRules.FourMinutes}",
        PlayDefinition.Finished => "false",
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "There is no such definition of a play."),
    };
}
