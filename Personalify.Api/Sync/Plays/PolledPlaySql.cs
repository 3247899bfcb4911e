namespace Personalify.Api.Sync.Plays;

/// <summary>The statements that read and write what Spotify told. $1 is the user.</summary>
internal static class PolledPlaySql
{
    public const string Last = "SELECT max(played_at) FROM polled_plays WHERE user_id = $1 AND account_id = $2";

    /// <summary>Whether a play of <see cref="Keys"/> is there: a track is its Spotify id, or without one artist and title.</summary>
    public const string New =
        $"""
        SELECT said.number FROM {Said} WHERE NOT EXISTS (
            SELECT FROM polled_plays AS known WHERE known.user_id = $1 AND known.played_at = said.played_at AND {SameTrack})
        ORDER BY said.number
        """;

    /// <summary>The numbers of tracks that Spotify described before. A described track has a play, because they come together.</summary>
    public const string Described =
        $"""
        SELECT DISTINCT said.number::int, known.track_id FROM {Said} JOIN polled_plays AS known ON known.user_id = $1 AND {SameTrack}
        """;

    /// <summary>A description by Spotify is older than any of the listener's files, so that theirs are always better.</summary>
    public const string StageTrack =
        """
        INSERT INTO staged_rows (file, row, item, reported_at, kind, spotify_id, name, name_key, artist, artist_key, album, album_key,
            names_key)
        SELECT 0, item, item, '-infinity', 0, spotify_id, name, name_key, artist, artist_key, album, album_key, names_key
        FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[])
            AS said (item, spotify_id, name, name_key, artist, artist_key, album, album_key, names_key)
        """;

    public const string StagedTracks =
        "SELECT item.item, track.track_id FROM staged_items AS item JOIN staged_tracks AS track ON track.identity = item.identity";

    /// <summary>
    /// What Spotify told before within the time that an answer covers, every telling of each such play; $2 is the account, $3 and $4 the
    /// time. Nothing where an answer to a later question is there.
    /// </summary>
    public const string Told =
        """
        WITH inside AS (
            SELECT DISTINCT track_id, coalesce(restates, played_at) AS play
            FROM polled_plays
            WHERE user_id = $1 AND account_id = $2 AND played_at BETWEEN $3 AND $4
                AND NOT EXISTS (SELECT FROM polled_plays WHERE user_id = $1 AND account_id = $2 AND told_at > $4)
        )
        SELECT told.track_id, inside.play, told.played_at
        FROM inside
        JOIN polled_plays AS told ON told.user_id = $1 AND told.track_id = inside.track_id
            AND coalesce(told.restates, told.played_at) = inside.play
        ORDER BY inside.play, told.track_id, told.played_at
        """;

    /// <summary>Where Spotify leaves out a track's length, what it said of the track at another time counts.</summary>
    public const string Insert =
        """
        INSERT INTO polled_plays (user_id, account_id, told_at, played_at, track_id, spotify_id, names_key, artist_names_key, duration_ms,
            context_type, context_uri, restates)
        SELECT $1, $2, $3, said.played_at, said.track_id, said.spotify_id, said.names_key, said.artist_names_key,
            coalesce(said.duration_ms, known.duration_ms), said.context_type, said.context_uri, said.restates
        FROM unnest($4::timestamptz[], $5::int[], $6::text[], $7::bigint[], $8::bigint[], $9::int[], $10::text[], $11::text[],
                $12::timestamptz[])
            AS said (played_at, track_id, spotify_id, names_key, artist_names_key, duration_ms, context_type, context_uri, restates)
        LEFT JOIN spotify_tracks AS known ON known.spotify_id = said.spotify_id
        """;

    /// <summary>
    /// The plays of what was told now: the track's length stands for the listened time, which Spotify does not tell. Ordinal -1 keeps them
    /// apart from every row of an export.
    /// </summary>
    public const string InsertPlays =
        """
        WITH told AS MATERIALIZED (
            SELECT played_at, track_id, names_key, coalesce(duration_ms, 0) AS ms_played
            FROM polled_plays
            WHERE user_id = $1 AND restates IS NULL AND (played_at, track_id) IN (SELECT * FROM unnest($3::timestamptz[], $4::int[]))
        ), added AS (
            INSERT INTO plays (ended_at, reported_at, names_key, user_id, track_id, ms_played, import_id, ordinal, source)
            SELECT played_at, played_at, names_key, $1, track_id, ms_played, $2, -1, 'LIVE' FROM told ORDER BY played_at
            RETURNING track_id, reported_at, ms_played, offline_at, ordinal, ended_at
        ), touched AS (
            INSERT INTO touched_plays (track_id, reported_at, ms_played, offline_at, ordinal, ended_at) SELECT * FROM added
        )
        INSERT INTO touched_months SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM added
        """;

    private const string Said =
        "unnest($2::timestamptz[], $3::text[], $4::bigint[]) WITH ORDINALITY AS said (played_at, spotify_id, names_key, number)";

    private const string SameTrack =
        "(known.spotify_id = said.spotify_id OR known.spotify_id IS NULL AND said.spotify_id IS NULL AND known.names_key = said.names_key)";

    /// <summary>$2 to $4 of the statements that look for plays.</summary>
    public static object[] Keys(IReadOnlyList<PolledPlay> plays) =>
    [
        plays.Select(play => play.PlayedAt).ToArray(), plays.Select(play => play.Names.SpotifyId).ToArray(),
        plays.Select(play => play.Names.NamesKey).ToArray(),
    ];
}
