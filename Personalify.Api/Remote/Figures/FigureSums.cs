namespace Personalify.Api.Remote.Figures;

/// <summary>
/// How one kind of figure follows from the members that a refresh touches: their rows are made anew and compared with those that are there,
/// and what differs is added up again over all listeners. No reader ever sees a figure without its listeners.
/// </summary>
/// <param name="name">The table of the sums, <c>community.tracks</c> for example; that of the listeners is <c>community.listener_tracks</c>.</param>
/// <param name="columns">What the rows hold beside plays and milliseconds.</param>
/// <param name="shown">How each of the columns follows from the listeners' rows.</param>
/// <param name="made">The last part of a WITH, which makes the rows of the members $1 of the community.</param>
internal sealed class FigureSums(string name, string[] columns, string[] shown, string made)
{
    private static readonly string[] NameAndPlays = ["plays", "milliseconds"];

    public static IReadOnlyList<FigureSums> All { get; } =
    [
        new("tracks", ["artist_id", "name", "artist_name", "spotify_id"],
            ["min(artist_id)", MostCommon("name"), MostCommon("artist_name"), MostCommon("spotify_id")],
            """
            heard AS MATERIALIZED (SELECT user_id, track_id, plays, milliseconds FROM community.heard_tracks WHERE user_id = ANY ($1) AND plays > 0),
            track AS MATERIALIZED (SELECT user_id, id, artist_id, name, name_key, spotify_id FROM tracks WHERE user_id = ANY ($1)),
            artist AS MATERIALIZED (SELECT user_id, id, name, name_key FROM artists WHERE user_id = ANY ($1)),
            made AS MATERIALIZED (
                SELECT heard.user_id, names_key(artist.name_key, track.name_key) AS id, names_key(artist.name_key, '') AS artist_id,
                    min(track.name COLLATE "C") AS name, min(artist.name COLLATE "C") AS artist_name,
                    min(track.spotify_id COLLATE "C") AS spotify_id, sum(heard.plays)::bigint AS plays,
                    sum(heard.milliseconds)::bigint AS milliseconds
                FROM heard
                JOIN track ON track.user_id = heard.user_id AND track.id = heard.track_id
                JOIN artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
                GROUP BY heard.user_id, artist.name_key, track.name_key
            )
            """),
        new("artists", ["name"], [MostCommon("name")],
            """
            made AS MATERIALIZED (
                SELECT user_id, artist_id AS id, min(artist_name COLLATE "C") AS name, sum(plays)::bigint AS plays,
                    sum(milliseconds)::bigint AS milliseconds
                FROM community.listener_tracks WHERE user_id = ANY ($1)
                GROUP BY user_id, artist_id
            )
            """),
        new("genres", [], [],
            """
            artist AS MATERIALIZED (SELECT user_id, id, plays, milliseconds FROM community.listener_artists WHERE user_id = ANY ($1)),
            made AS MATERIALIZED (
                SELECT artist.user_id, said.genre AS id, sum(artist.plays)::bigint AS plays, sum(artist.milliseconds)::bigint AS milliseconds
                FROM artist JOIN community.artist_genres AS said ON said.artist_id = artist.id
                GROUP BY artist.user_id, said.genre
            )
            """),
        new("days", [], [],
            """
            made AS MATERIALIZED (
                SELECT user_id, day AS id, plays, milliseconds FROM community.heard_days WHERE user_id = ANY ($1) AND plays > 0
            )
            """),
        new("months", [], [],
            """
            made AS MATERIALIZED (
                SELECT user_id, date_trunc('month', day::timestamp)::date AS id, sum(plays)::bigint AS plays, sum(milliseconds)::bigint AS milliseconds
                FROM community.heard_days WHERE user_id = ANY ($1) AND plays > 0
                GROUP BY 1, 2
            )
            """),
    ];

    public string Name => name;

    /// <summary>
    /// The rows of the listeners; $2 are those touched, of whom $1 are members. What differs is named in <c>changed_…</c>. Its parts are
    /// joined by hash: what a sample says of a table that has just been filled would make loops over all rows of a listener.
    /// </summary>
    public string Compare { get; } =
        $"""
        WITH {made}, gone AS (
            DELETE FROM community.listener_{name} AS kept
            WHERE kept.user_id = ANY ($2) AND NOT EXISTS (SELECT FROM made WHERE made.user_id = kept.user_id AND made.id = kept.id)
            RETURNING kept.id
        ), written AS (
            INSERT INTO community.listener_{name} AS kept (user_id, id, {List(columns)})
            SELECT user_id, id, {List(columns)} FROM made ORDER BY user_id, id
            ON CONFLICT (user_id, id) DO UPDATE SET {Set(columns)}
            WHERE ({List(columns, "kept.")}) IS DISTINCT FROM ({List(columns, "excluded.")})
            RETURNING id
        )
        INSERT INTO changed_{name} (id) SELECT id FROM gone UNION SELECT id FROM written
        """;

    /// <summary>The sums of what differs.</summary>
    public string Add { get; } =
        $"""
        WITH made AS MATERIALIZED (
            SELECT kept.id, {List(Pairs(columns, shown))}count(*)::int AS listeners, sum(kept.plays)::bigint AS plays,
                sum(kept.milliseconds)::bigint AS milliseconds
            FROM changed_{name} AS changed JOIN community.listener_{name} AS kept ON kept.id = changed.id
            GROUP BY kept.id
        ), gone AS (
            DELETE FROM community.{name} AS total USING changed_{name} AS changed
            WHERE total.id = changed.id AND NOT EXISTS (SELECT FROM community.listener_{name} AS kept WHERE kept.id = changed.id)
        )
        INSERT INTO community.{name} AS total (id, {List([.. columns, "listeners"])})
        SELECT id, {List([.. columns, "listeners"])} FROM made ORDER BY id
        ON CONFLICT (id) DO UPDATE SET {Set([.. columns, "listeners"])}
        """;

    /// <summary>Tells the planner how much differs.</summary>
    public string Analyze { get; } = $"ANALYZE changed_{name}";

    private static string MostCommon(string column) => $"mode() WITHIN GROUP (ORDER BY {column} COLLATE \"C\")";

    private static string List(string[] columns, string prefix = "") =>
        string.Join(", ", columns.Concat(NameAndPlays).Select(column => prefix + column));

    private static string List(IEnumerable<string> expressions) => string.Concat(expressions.Select(expression => $"{expression}, "));

    private static IEnumerable<string> Pairs(string[] columns, string[] shown) =>
        columns.Zip(shown, (column, expression) => $"{expression} AS {column}");

    private static string Set(string[] columns) =>
        string.Join(", ", columns.Concat(NameAndPlays).Select(column => $"{column} = excluded.{column}"));
}
