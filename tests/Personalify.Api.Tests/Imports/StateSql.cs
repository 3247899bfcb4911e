namespace Personalify.Api.Tests.Imports;

/// <summary>The state of a database as one text, to compare.</summary>
internal static class StateSql
{
    public const string WithoutIds =
        """
        SELECT coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), '') FROM (
            SELECT concat_ws('|', 'play', play.user_id, track.spotify_id, artist.name_key, track.name_key,
                extract(epoch FROM play.ended_at),
                extract(epoch FROM play.reported_at), extract(epoch FROM play.offline_at), play.ordinal, play.ms_played, play.source,
                coalesce(play.reason_start, '-'), coalesce(play.reason_end, '-'), coalesce(play.platform, '-'), coalesce(play.shuffle::text, '-'),
                coalesce(play.skipped::text, '-'), coalesce(play.offline::text, '-'), coalesce(play.incognito::text, '-'), play.is_superseded) AS line
            FROM plays AS play
            JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
            JOIN artists AS artist ON artist.user_id = play.user_id AND artist.id = track.artist_id
            UNION ALL
            SELECT concat_ws('|', 'other', play.user_id, item.kind, item.spotify_id, item.show_name, item.name,
                extract(epoch FROM play.ended_at), play.ms_played,
                extract(epoch FROM play.offline_at), play.ordinal)
            FROM other_plays AS play JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
            UNION ALL
            SELECT concat_ws('|', 'track', track.user_id, track.spotify_id, track.name, track.name_source, artist.name, album.name,
                extract(epoch FROM track.named_at))
            FROM tracks AS track
            JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
            LEFT JOIN albums AS album ON album.user_id = track.user_id AND album.id = track.album_id
            UNION ALL
            SELECT concat_ws('|', 'artist', user_id, name, name_key, name_source) FROM artists
            UNION ALL
            SELECT concat_ws('|', 'album', album.user_id, artist.name_key, album.name, album.name_key, album.name_source)
            FROM albums AS album JOIN artists AS artist ON artist.user_id = album.user_id AND artist.id = album.artist_id
            UNION ALL
            SELECT concat_ws('|', 'month', user_id, month, plays, encode(ended, 'hex'), encode(flags, 'hex'), encode(platforms, 'hex')) FROM play_months
        ) AS state
        """;

    public const string Plays =
        """
        SELECT coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), '') FROM (
            SELECT 'play|' || play::text AS line FROM plays AS play
            UNION ALL SELECT 'other|' || play::text FROM other_plays AS play
            UNION ALL SELECT 'observation|' || observed::text FROM play_observations AS observed
            UNION ALL SELECT 'other observation|' || observed::text FROM other_play_observations AS observed
            UNION ALL SELECT 'track|' || track::text FROM tracks AS track
            UNION ALL SELECT 'artist|' || artist::text FROM artists AS artist
            UNION ALL SELECT 'album|' || album::text FROM albums AS album
            UNION ALL SELECT 'item|' || item::text FROM other_items AS item
            UNION ALL SELECT 'track observation|' || observed::text FROM track_observations AS observed
            UNION ALL SELECT 'item observation|' || observed::text FROM other_item_observations AS observed
            UNION ALL SELECT 'polled|' || polled::text FROM polled_plays AS polled
            UNION ALL SELECT 'month|' || month::text FROM play_months AS month
        ) AS state
        """;
}
