namespace Personalify.Api.Export;

/// <summary>A listener's plays that ended in a span of time. $1 is the user, $2 its first moment, $3 the first one behind it.</summary>
internal static class ExportSql
{
    /// <summary>
    /// Without plays that Spotify told while they were recent: as rows of an export they would no longer give way to those of the next real
    /// export, and each would count twice.
    /// </summary>
    public const string ExtendedMusic = MusicBefore + "AND source = 'EXTENDED'" + MusicBehind;

    /// <summary>
    /// Without plays that an extended one describes better: they count nowhere, and could count where only these files are.
    /// </summary>
    public const string AccountMusic = MusicBefore + "AND source = 'ACCOUNT' AND NOT is_superseded" + MusicBehind;

    public const string Music = MusicBefore + MusicBehind;

    public const string ExtendedOther = OtherBefore + "AND NOT " + IsAccount + OtherBehind;

    public const string AccountOther = OtherBefore + "AND " + IsAccount + OtherBehind;

    public const string Other = OtherBefore + OtherBehind;

    /// <summary>From the first to the last play of music; null without any.</summary>
    public const string Times = "SELECT min(ended_at), max(ended_at) FROM plays WHERE user_id = $1";

    /// <summary>The planner may believe that there is one play, and would loop over all names for each.</summary>
    public const string Settings = "SET enable_nestloop = off";

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
        FROM plays AS play
        JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
        JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
        LEFT JOIN albums AS album ON album.user_id = track.user_id AND album.id = track.album_id
        WHERE play.user_id = $1 AND play.ended_at >= $2 AND play.ended_at < $3

        """;

    private const string MusicBehind =
        """

        ORDER BY play.ended_at, play.reported_at, play.offline_at, play.track_id, play.ms_played, play.ordinal
        """;

    private const string OtherBefore =
        """
        SELECT play.ended_at, play.reported_at, play.offline_at, play.item_id, play.ms_played, play.ordinal,
            item.kind, item.spotify_id, item.name, item.show_name, NULL, NULL, NULL, NULL, NULL, NULL::boolean, NULL::boolean,
            CASE WHEN play.ended_at <> play.reported_at THEN true END, NULL::boolean, false
        FROM other_plays AS play
        JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
        WHERE play.user_id = $1 AND play.ended_at >= $2 AND play.ended_at < $3

        """;

    private const string OtherBehind =
        """

        ORDER BY play.ended_at, play.reported_at, play.offline_at, play.item_id, play.ms_played, play.ordinal
        """;
}
