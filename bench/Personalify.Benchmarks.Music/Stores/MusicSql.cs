namespace Personalify.Benchmarks.Music.Stores;

/// <summary>The statements of all the servers.</summary>
internal static class MusicSql
{
    public const string User = "select id, display_name from users where id = $1";
    public const string TopTracks = "select track_id from user_top_tracks where user_id = $1 and time_range = $2::text::time_range and rank <= $3 order by rank";
    public const string TopArtists = "select artist_id from user_top_artists where user_id = $1 and time_range = $2::text::time_range and rank <= $3 order by rank";
    public const string Tracks = "select id, name, popularity, album_id from tracks where id = any($1)";
    public const string Albums = "select id, name from albums where id = any($1)";
    public const string Artists = "select id, name, genres from artists where id = any($1)";

    public const string TrackArtists =
        """
        select ta.track_id, a.id, a.name, a.genres from track_artists ta join artists a on a.id = ta.artist_id
        where ta.track_id = any($1) order by ta.track_id, ta.position
        """;
}
