namespace Personalify.Api.Export;

/// <summary>
/// A page of a listener's plays behind a place. $1 is the user, $2 to $7 the place (end, reported time, offline start, what was played,
/// milliseconds, ordinal), $8 how many. Each order is that of an index, so a page costs what it holds.
/// </summary>
internal static class ExportSql
{
    public const string ExtendedMusic = MusicBefore + "AND source <> 'ACCOUNT'" + MusicBehind;

    /// <summary>Without plays that an extended one describes better: they count nowhere, and would count where only these files are.</summary>
    public const string AccountMusic = MusicBefore + "AND source = 'ACCOUNT' AND NOT is_superseded" + MusicBehind;

    public const string Music = MusicBefore + MusicBehind;

    public const string ExtendedOther = OtherBefore + "AND NOT " + IsAccount + OtherBehind;

    public const string AccountOther = OtherBefore + "AND " + IsAccount + OtherBehind;

    public const string Other = OtherBefore + OtherBehind;

    /// <summary>
    /// Nothing tells whether an episode came with account data; whatever looks like it comes back as the same row in its shape, and equal
    /// rows of a minute stay several only in that.
    /// </summary>
    private const string IsAccount =
        "(item.spotify_id IS NULL AND play.offline_at = '-infinity' AND date_trunc('minute', play.reported_at) = play.reported_at)";

    private const string MusicBefore =
        """
        SELECT play.ended_at, play.reported_at, play.offline_at, play.track_id, play.ms_played, play.ordinal,
            'TRACK', track.spotify_id, track.name, artist.name, album.name, play.source,
            play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito, play.is_superseded
        FROM (
            SELECT * FROM plays
            WHERE user_id = $1 AND ended_at >= $2
                AND (ended_at, reported_at, offline_at, track_id, ms_played, ordinal) > ($2, $3, $4, $5, $6, $7)

        """;

    private const string MusicBehind =
        """

            ORDER BY ended_at, reported_at, offline_at, track_id, ms_played, ordinal
            LIMIT $8
        ) AS play
        JOIN tracks AS track ON track.user_id = $1 AND track.id = play.track_id
        JOIN artists AS artist ON artist.user_id = $1 AND artist.id = track.artist_id
        LEFT JOIN albums AS album ON album.user_id = $1 AND album.id = track.album_id
        ORDER BY play.ended_at, play.reported_at, play.offline_at, play.track_id, play.ms_played, play.ordinal
        """;

    private const string OtherBefore =
        """
        SELECT play.ended_at, play.reported_at, play.offline_at, play.item_id, play.ms_played, play.ordinal,
            item.kind, item.spotify_id, item.name, item.show_name, NULL, NULL, NULL, NULL, NULL, NULL::boolean, NULL::boolean,
            CASE WHEN play.ended_at <> play.reported_at THEN true END, NULL::boolean, false
        FROM other_plays AS play
        JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
        WHERE play.user_id = $1 AND play.item_id >= $5
            AND (play.item_id, play.reported_at, play.ms_played, play.offline_at, play.ordinal) > ($5, $3, $6, $4, $7)
            AND $2::timestamptz IS NOT NULL

        """;

    private const string OtherBehind =
        """

        ORDER BY play.item_id, play.reported_at, play.ms_played, play.offline_at, play.ordinal
        LIMIT $8
        """;
}
