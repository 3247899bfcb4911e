-- A star over node B's copies for tools that read PostgreSQL, such as Power BI, Metabase and Grafana: docs/warehouse.md. Views read the
-- copies by the rights of their owner, so a role that reads them needs none on what they are made of. None of them hides a row that its
-- reader must not see, so none is a security barrier, which would keep conditions of a query from the indexes.
CREATE SCHEMA warehouse;

-- Plays of a listener lie in the order of their time, much as imports bring them: this finds those of some days in a fraction of the table,
-- and costs next to no log and room, where a B-tree costs a fifth more of both. Plays of one listener are found by the primary key.
-- Pages that are new are read whole until a vacuum has looked at them, so that comes after a fiftieth of the table; without rows that went
-- it has little to do. The index could ask for that by itself, but fills the log of the server with refusals when many plays come at once.
CREATE INDEX plays_ended_at ON plays USING brin (ended_at) WITH (pages_per_range = 32);
ALTER TABLE plays SET (autovacuum_vacuum_insert_scale_factor = 0.02);

-- The keys of the star. A row of the catalogue is numbered within its listener and keeps its number, so listener and number in one bigint
-- are its key for good; up to the 900,000th listener also where a tool keeps numbers as doubles.
CREATE UNIQUE INDEX tracks_warehouse_key ON tracks ((user_id * 10000000000 + id));
CREATE UNIQUE INDEX artists_warehouse_key ON artists ((user_id * 10000000000 + id));
CREATE UNIQUE INDEX albums_warehouse_key ON albums ((user_id * 10000000000 + id));

CREATE VIEW warehouse.fact_plays AS
SELECT play.user_id AS user_key,
    play.user_id * 10000000000 + play.track_id AS track_key,
    play.user_id * 10000000000 + track.artist_id AS artist_key,
    play.user_id * 10000000000 + track.album_id AS album_key,
    (date_part('year', play.ended_at AT TIME ZONE 'UTC') * 10000 + date_part('month', play.ended_at AT TIME ZONE 'UTC') * 100
        + date_part('day', play.ended_at AT TIME ZONE 'UTC'))::int AS date_key,
    play.ended_at,
    date_part('hour', play.ended_at AT TIME ZONE 'UTC')::int AS hour_of_day,
    play.ms_played,
    play.ms_played >= 30000 AS is_counted,
    play.reason_end = 'trackdone' AS is_finished,
    play.skipped AS is_skipped,
    play.shuffle AS is_shuffled,
    play.offline AS is_offline,
    play.source = 'LIVE' AS is_ms_played_assumed,
    play.source
FROM public.plays AS play
LEFT JOIN public.tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
WHERE NOT play.is_superseded;

CREATE VIEW warehouse.dim_user AS
SELECT id AS user_key, is_in_community, date_trunc('month', created_at AT TIME ZONE 'UTC')::date AS joined_month
FROM public.users;

-- What Spotify says of the artist of this name who plays most of the tracks, as for the community's figures.
CREATE VIEW warehouse.spotify_word AS
SELECT DISTINCT ON (counted.user_id, counted.artist_id) counted.user_id, counted.artist_id, said.genres, said.popularity
FROM (
    SELECT track.user_id, track.artist_id, said_by.id AS spotify_id, count(*) AS tracks
    FROM public.tracks AS track
    JOIN public.artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
    JOIN public.spotify_tracks AS said ON said.spotify_id = track.spotify_id
    CROSS JOIN unnest(said.artist_ids, said.artist_names) AS said_by (id, name)
    WHERE lower(said_by.name) = lower(artist.name)
    GROUP BY track.user_id, track.artist_id, said_by.id
) AS counted
JOIN public.spotify_artists AS said ON said.spotify_id = counted.spotify_id
ORDER BY counted.user_id, counted.artist_id, counted.tracks DESC, counted.spotify_id COLLATE "C";

CREATE VIEW warehouse.dim_artist AS
SELECT artist.user_id * 10000000000 + artist.id AS artist_key,
    artist.user_id AS user_key,
    public.names_key(artist.name_key, '') AS common_artist_key,
    artist.name,
    (coalesce(nullif(artist.genres, '{}'), said.genres))[1] AS genre,
    array_to_string(coalesce(nullif(artist.genres, '{}'), said.genres), ', ') AS genres,
    said.popularity
FROM public.artists AS artist
LEFT JOIN warehouse.spotify_word AS said ON said.user_id = artist.user_id AND said.artist_id = artist.id;

CREATE VIEW warehouse.bridge_artist_genre AS
SELECT DISTINCT artist.user_id * 10000000000 + artist.id AS artist_key, artist.user_id AS user_key, genre
FROM public.artists AS artist
LEFT JOIN warehouse.spotify_word AS said ON said.user_id = artist.user_id AND said.artist_id = artist.id
CROSS JOIN unnest(coalesce(nullif(artist.genres, '{}'), said.genres)) AS genre;

CREATE VIEW warehouse.dim_album AS
SELECT album.user_id * 10000000000 + album.id AS album_key,
    album.user_id AS user_key,
    public.names_key(artist.name_key, album.name_key) AS common_album_key,
    album.user_id * 10000000000 + album.artist_id AS artist_key,
    album.name,
    artist.name AS artist_name,
    album.release_date,
    date_part('year', album.release_date)::int AS release_year
FROM public.albums AS album
LEFT JOIN public.artists AS artist ON artist.user_id = album.user_id AND artist.id = album.artist_id;

CREATE VIEW warehouse.dim_track AS
SELECT track.user_id * 10000000000 + track.id AS track_key,
    track.user_id AS user_key,
    public.names_key(artist.name_key, track.name_key) AS common_track_key,
    track.user_id * 10000000000 + track.artist_id AS artist_key,
    track.user_id * 10000000000 + track.album_id AS album_key,
    track.name,
    artist.name AS artist_name,
    album.name AS album_name,
    track.spotify_id,
    coalesce(track.duration_ms, said.duration_ms) AS duration_ms,
    said.is_explicit,
    said.popularity
FROM public.tracks AS track
LEFT JOIN public.artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
LEFT JOIN public.albums AS album ON album.user_id = track.user_id AND album.id = track.album_id
LEFT JOIN public.spotify_tracks AS said ON said.spotify_id = track.spotify_id;

-- Whole years, from the first play's to the last one's; node A takes plays of 2000 to 2067 only, so there are never more than 25,000 days.
CREATE VIEW warehouse.dim_date AS
SELECT (date_part('year', day) * 10000 + date_part('month', day) * 100 + date_part('day', day))::int AS date_key,
    day::date AS date,
    date_part('year', day)::int AS year,
    date_part('quarter', day)::int AS quarter,
    date_part('month', day)::int AS month,
    to_char(day, 'FMMonth') AS month_name,
    to_char(day, 'YYYY-MM') AS year_month,
    date_part('isoyear', day)::int AS iso_year,
    date_part('week', day)::int AS iso_week,
    date_part('day', day)::int AS day_of_month,
    date_part('doy', day)::int AS day_of_year,
    date_part('isodow', day)::int AS weekday,
    to_char(day, 'FMDay') AS weekday_name,
    date_part('isodow', day) >= 6 AS is_weekend
FROM (
    SELECT min(ended_at) AT TIME ZONE 'UTC' AS first, max(ended_at) AT TIME ZONE 'UTC' AS last FROM public.plays WHERE NOT is_superseded
) AS span
CROSS JOIN generate_series(
    date_trunc('year', span.first), date_trunc('year', span.last) + interval '1 year' - interval '1 day', interval '1 day') AS day;

-- One pass over the plays of each listener who is asked for, by the primary key.
CREATE VIEW warehouse.user_music_preferences AS
SELECT users.id AS user_key, totals.plays, totals.hours, totals.tracks, totals.artists, totals.first_played_at, totals.last_played_at,
    totals.skip_share, totals.shuffle_share, totals.weekend_share, totals.peak_hour,
    totals.top_artist_key, totals.top_artist, totals.top_artist_share, totals.top_genre, totals.top_genre_share
FROM public.users
CROSS JOIN LATERAL (
    WITH heard AS MATERIALIZED (
        -- By track, where hour is null, and by hour, where track_id is.
        SELECT play.track_id, date_part('hour', play.ended_at AT TIME ZONE 'UTC')::int AS hour,
            count(*) FILTER (WHERE play.ms_played >= 30000) AS plays,
            coalesce(sum(play.ms_played) FILTER (WHERE play.ms_played >= 30000), 0)::float8 AS ms,
            coalesce(sum(play.ms_played) FILTER (WHERE play.ms_played >= 30000
                AND date_part('isodow', play.ended_at AT TIME ZONE 'UTC') >= 6), 0)::float8 AS weekend_ms,
            count(*) FILTER (WHERE play.skipped) AS skipped, count(play.skipped) AS told_skips,
            count(*) FILTER (WHERE play.shuffle) AS shuffled, count(play.shuffle) AS told_shuffle,
            min(play.ended_at) FILTER (WHERE play.ms_played >= 30000) AS first_at,
            max(play.ended_at) FILTER (WHERE play.ms_played >= 30000) AS last_at
        FROM public.plays AS play
        WHERE play.user_id = users.id AND NOT play.is_superseded
        GROUP BY GROUPING SETS ((play.track_id), (date_part('hour', play.ended_at AT TIME ZONE 'UTC')::int))
    ), summed AS (
        SELECT coalesce(sum(heard.plays), 0)::bigint AS plays, coalesce(sum(heard.ms), 0) AS ms, sum(heard.weekend_ms) AS weekend_ms,
            sum(skipped)::float8 / nullif(sum(told_skips), 0) AS skip_share,
            sum(shuffled)::float8 / nullif(sum(told_shuffle), 0) AS shuffle_share,
            min(first_at) AS first_at, max(last_at) AS last_at
        FROM heard WHERE hour IS NOT NULL
    ), peak AS (
        SELECT hour FROM heard WHERE hour IS NOT NULL AND heard.plays > 0 ORDER BY heard.plays DESC, hour LIMIT 1
    ), artist AS MATERIALIZED (
        SELECT track.artist_id, count(*) AS tracks, sum(heard.ms) AS ms
        FROM heard JOIN public.tracks AS track ON track.user_id = users.id AND track.id = heard.track_id
        WHERE heard.track_id IS NOT NULL AND heard.plays > 0
        GROUP BY track.artist_id
    ), top_artist AS (
        SELECT artist_id, ms FROM artist ORDER BY ms DESC, artist_id LIMIT 1
    ), top_genre AS (
        SELECT bridge.genre, sum(artist.ms) AS ms
        FROM artist JOIN warehouse.bridge_artist_genre AS bridge
            ON bridge.user_key = users.id AND bridge.artist_key = users.id * 10000000000 + artist.artist_id
        GROUP BY bridge.genre ORDER BY ms DESC, bridge.genre LIMIT 1
    )
    SELECT summed.plays, summed.ms / 3600000 AS hours,
        (SELECT coalesce(sum(artist.tracks), 0)::bigint FROM artist) AS tracks, (SELECT count(*) FROM artist) AS artists,
        summed.first_at AS first_played_at, summed.last_at AS last_played_at,
        summed.skip_share, summed.shuffle_share, summed.weekend_ms / nullif(summed.ms, 0) AS weekend_share,
        (SELECT hour FROM peak) AS peak_hour,
        users.id * 10000000000 + top_artist.artist_id AS top_artist_key, named.name AS top_artist,
        top_artist.ms / nullif(summed.ms, 0) AS top_artist_share,
        top_genre.genre AS top_genre, top_genre.ms / nullif(summed.ms, 0) AS top_genre_share
    FROM summed
    LEFT JOIN top_artist ON true
    LEFT JOIN public.artists AS named ON named.user_id = users.id AND named.id = top_artist.artist_id
    LEFT JOIN top_genre ON true
) AS totals;

CREATE VIEW warehouse.recent_plays_analysis AS
SELECT user_key, track_key, artist_key, date_key, ended_at, hour_of_day, date_part('isodow', ended_at AT TIME ZONE 'UTC')::int AS weekday,
    date_part('isodow', ended_at AT TIME ZONE 'UTC') >= 6 AS is_weekend, ms_played, is_counted, is_skipped, played_share,
    seconds_since_previous, is_session_start,
    count(*) FILTER (WHERE is_session_start) OVER (PARTITION BY user_key ORDER BY ended_at, track_key, place) AS session_number,
    is_repeat, nth_play
FROM (
    SELECT *, coalesce(seconds_since_previous > 1800, true) AS is_session_start
    FROM (
        SELECT fact.*,
            CASE WHEN track.duration_ms > 0 THEN least(fact.ms_played::float8 / track.duration_ms, 1) END AS played_share,
            CASE WHEN lag(fact.ended_at) OVER heard IS NOT NULL THEN
                greatest(date_part('epoch', fact.ended_at - lag(fact.ended_at) OVER heard) - fact.ms_played / 1000.0, 0) END
                AS seconds_since_previous,
            coalesce(fact.track_key = lag(fact.track_key) OVER heard, false) AS is_repeat,
            row_number() OVER heard AS place,
            row_number() OVER (PARTITION BY fact.user_key, fact.track_key ORDER BY fact.ended_at) AS nth_play
        FROM warehouse.fact_plays AS fact
        LEFT JOIN public.tracks AS track ON track.user_id = fact.user_key AND track.id = fact.track_key - fact.user_key * 10000000000
        WHERE fact.ended_at >= now() - interval '90 days'
        WINDOW heard AS (PARTITION BY fact.user_key ORDER BY fact.ended_at, fact.track_key)
    ) AS told
) AS parted;

-- What tools show beside the names.
COMMENT ON VIEW warehouse.fact_plays IS
    'One row for each play of a track, of every listener; a play that two files tell of stands here once.';
COMMENT ON COLUMN warehouse.fact_plays.user_key IS 'The listener, by number: dim_user.';
COMMENT ON COLUMN warehouse.fact_plays.track_key IS 'The track: dim_track.';
COMMENT ON COLUMN warehouse.fact_plays.artist_key IS 'The track''s artist: dim_artist.';
COMMENT ON COLUMN warehouse.fact_plays.album_key IS 'The album: dim_album; null where the export names none.';
COMMENT ON COLUMN warehouse.fact_plays.date_key IS 'The day in UTC as yyyymmdd: dim_date.';
COMMENT ON COLUMN warehouse.fact_plays.ended_at IS 'When the play ended. A condition on it finds plays by an index.';
COMMENT ON COLUMN warehouse.fact_plays.hour_of_day IS 'The hour in UTC when it ended, 0 to 23.';
COMMENT ON COLUMN warehouse.fact_plays.ms_played IS 'How long it was heard, in milliseconds.';
COMMENT ON COLUMN warehouse.fact_plays.is_counted IS 'Whether it lasted 30 seconds or more; what Personalify counts by default.';
COMMENT ON COLUMN warehouse.fact_plays.is_finished IS 'Whether the track was heard to its end; null where the export does not tell.';
COMMENT ON COLUMN warehouse.fact_plays.is_skipped IS 'Whether Spotify marked it as skipped; null where the export does not tell.';
COMMENT ON COLUMN warehouse.fact_plays.is_shuffled IS 'Whether shuffle was on; null where the export does not tell.';
COMMENT ON COLUMN warehouse.fact_plays.is_offline IS 'Whether the device was offline; null where the export does not tell.';
COMMENT ON COLUMN warehouse.fact_plays.is_ms_played_assumed IS
    'Whether the length of the track stands for ms_played, because only Spotify told of the play so far.';
COMMENT ON COLUMN warehouse.fact_plays.source IS 'EXTENDED or ACCOUNT for the two kinds of export, LIVE for Spotify itself.';
COMMENT ON VIEW warehouse.dim_user IS 'One row for each listener. Node B has no names of people.';
COMMENT ON COLUMN warehouse.dim_user.user_key IS 'The listener''s number.';
COMMENT ON COLUMN warehouse.dim_user.is_in_community IS 'Whether the listener has joined the community.';
COMMENT ON COLUMN warehouse.dim_user.joined_month IS 'First day of the month in which the account was made.';
COMMENT ON VIEW warehouse.spotify_word IS 'What dim_artist and bridge_artist_genre take from Spotify.';
COMMENT ON COLUMN warehouse.spotify_word.user_id IS 'The listener''s number.';
COMMENT ON COLUMN warehouse.spotify_word.artist_id IS 'The number of the artist within the listener.';
COMMENT ON COLUMN warehouse.spotify_word.genres IS 'Genres that Spotify gives.';
COMMENT ON COLUMN warehouse.spotify_word.popularity IS 'Popularity at Spotify, 0 to 100.';
COMMENT ON VIEW warehouse.dim_artist IS 'One row for each artist of each listener.';
COMMENT ON COLUMN warehouse.dim_artist.artist_key IS 'Listener and number of the artist; it stays.';
COMMENT ON COLUMN warehouse.dim_artist.user_key IS 'The listener, by number: dim_user.';
COMMENT ON COLUMN warehouse.dim_artist.common_artist_key IS 'The same for all listeners: made of the name.';
COMMENT ON COLUMN warehouse.dim_artist.name IS 'Name as the listener''s exports write it.';
COMMENT ON COLUMN warehouse.dim_artist.genre IS 'The first of its genres; null where Spotify gives none.';
COMMENT ON COLUMN warehouse.dim_artist.genres IS 'All of its genres, with commas between them.';
COMMENT ON COLUMN warehouse.dim_artist.popularity IS 'Popularity at Spotify, 0 to 100; null where nothing is known.';
COMMENT ON VIEW warehouse.bridge_artist_genre IS
    'One row for each genre of an artist; figures by genre count a play for each genre of its artist.';
COMMENT ON COLUMN warehouse.bridge_artist_genre.artist_key IS 'The artist: dim_artist.';
COMMENT ON COLUMN warehouse.bridge_artist_genre.user_key IS 'The listener, by number: dim_user.';
COMMENT ON COLUMN warehouse.bridge_artist_genre.genre IS 'The genre as Spotify writes it.';
COMMENT ON VIEW warehouse.dim_album IS 'One row for each album of each listener.';
COMMENT ON COLUMN warehouse.dim_album.album_key IS 'Listener and number of the album; it stays.';
COMMENT ON COLUMN warehouse.dim_album.user_key IS 'The listener, by number: dim_user.';
COMMENT ON COLUMN warehouse.dim_album.common_album_key IS 'The same for all listeners: made of artist and name.';
COMMENT ON COLUMN warehouse.dim_album.artist_key IS 'The artist: dim_artist.';
COMMENT ON COLUMN warehouse.dim_album.name IS 'Name as the listener''s exports write it.';
COMMENT ON COLUMN warehouse.dim_album.artist_name IS 'Name of the artist.';
COMMENT ON COLUMN warehouse.dim_album.release_date IS 'Day of its release; null where nothing is known.';
COMMENT ON COLUMN warehouse.dim_album.release_year IS 'Year of its release.';
COMMENT ON VIEW warehouse.dim_track IS 'One row for each track of each listener.';
COMMENT ON COLUMN warehouse.dim_track.track_key IS 'Listener and number of the track; it stays.';
COMMENT ON COLUMN warehouse.dim_track.user_key IS 'The listener, by number: dim_user.';
COMMENT ON COLUMN warehouse.dim_track.common_track_key IS 'The same for all listeners: made of artist and title.';
COMMENT ON COLUMN warehouse.dim_track.artist_key IS 'The artist: dim_artist.';
COMMENT ON COLUMN warehouse.dim_track.album_key IS 'The album: dim_album; null where the export names none.';
COMMENT ON COLUMN warehouse.dim_track.name IS 'Title as the listener''s exports write it.';
COMMENT ON COLUMN warehouse.dim_track.artist_name IS 'Name of the artist.';
COMMENT ON COLUMN warehouse.dim_track.album_name IS 'Name of the album.';
COMMENT ON COLUMN warehouse.dim_track.spotify_id IS 'Id at Spotify; null where the export gives none.';
COMMENT ON COLUMN warehouse.dim_track.duration_ms IS 'Length in milliseconds; null where nothing is known.';
COMMENT ON COLUMN warehouse.dim_track.is_explicit IS 'Whether Spotify marks it as explicit.';
COMMENT ON COLUMN warehouse.dim_track.popularity IS 'Popularity at Spotify, 0 to 100.';
COMMENT ON VIEW warehouse.dim_date IS 'One row for each day of the years in which there are plays, in UTC.';
COMMENT ON COLUMN warehouse.dim_date.date_key IS 'The day as yyyymmdd.';
COMMENT ON COLUMN warehouse.dim_date.date IS 'The day.';
COMMENT ON COLUMN warehouse.dim_date.year IS 'Year.';
COMMENT ON COLUMN warehouse.dim_date.quarter IS 'Quarter, 1 to 4.';
COMMENT ON COLUMN warehouse.dim_date.month IS 'Month, 1 to 12.';
COMMENT ON COLUMN warehouse.dim_date.month_name IS 'Month in English.';
COMMENT ON COLUMN warehouse.dim_date.year_month IS 'Year and month as yyyy-mm.';
COMMENT ON COLUMN warehouse.dim_date.iso_year IS 'Year of the ISO week.';
COMMENT ON COLUMN warehouse.dim_date.iso_week IS 'ISO week, 1 to 53.';
COMMENT ON COLUMN warehouse.dim_date.day_of_month IS 'Day of the month, 1 to 31.';
COMMENT ON COLUMN warehouse.dim_date.day_of_year IS 'Day of the year, 1 to 366.';
COMMENT ON COLUMN warehouse.dim_date.weekday IS 'Day of the week, 1 (Monday) to 7.';
COMMENT ON COLUMN warehouse.dim_date.weekday_name IS 'Day of the week in English.';
COMMENT ON COLUMN warehouse.dim_date.is_weekend IS 'Whether it is a Saturday or a Sunday.';
COMMENT ON VIEW warehouse.user_music_preferences IS
    'One row for each listener: what they mostly hear. Plays, time and shares of time are of plays of 30 seconds and more.';
COMMENT ON COLUMN warehouse.user_music_preferences.user_key IS 'The listener, by number: dim_user.';
COMMENT ON COLUMN warehouse.user_music_preferences.plays IS 'Plays.';
COMMENT ON COLUMN warehouse.user_music_preferences.hours IS 'Hours heard.';
COMMENT ON COLUMN warehouse.user_music_preferences.tracks IS 'Different tracks.';
COMMENT ON COLUMN warehouse.user_music_preferences.artists IS 'Different artists.';
COMMENT ON COLUMN warehouse.user_music_preferences.first_played_at IS 'When the first play ended.';
COMMENT ON COLUMN warehouse.user_music_preferences.last_played_at IS 'When the last play ended.';
COMMENT ON COLUMN warehouse.user_music_preferences.skip_share IS
    'Skipped plays of any length among those of which the export tells, 0 to 1.';
COMMENT ON COLUMN warehouse.user_music_preferences.shuffle_share IS 'Plays with shuffle among those of which the export tells, 0 to 1.';
COMMENT ON COLUMN warehouse.user_music_preferences.weekend_share IS 'Share of the time on Saturdays and Sundays in UTC, 0 to 1.';
COMMENT ON COLUMN warehouse.user_music_preferences.peak_hour IS 'The hour in UTC with most plays, 0 to 23.';
COMMENT ON COLUMN warehouse.user_music_preferences.top_artist_key IS 'The artist heard longest: dim_artist.';
COMMENT ON COLUMN warehouse.user_music_preferences.top_artist IS 'Name of the artist heard longest.';
COMMENT ON COLUMN warehouse.user_music_preferences.top_artist_share IS 'Share of the time, 0 to 1.';
COMMENT ON COLUMN warehouse.user_music_preferences.top_genre IS 'The genre whose artists were heard longest.';
COMMENT ON COLUMN warehouse.user_music_preferences.top_genre_share IS 'Share of the time, 0 to 1; shares of several genres overlap.';
COMMENT ON VIEW warehouse.recent_plays_analysis IS
    'One row for each play of the last 90 days, with what came before it within these days.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.user_key IS 'The listener, by number: dim_user.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.track_key IS 'The track: dim_track.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.artist_key IS 'The artist: dim_artist.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.date_key IS 'The day in UTC as yyyymmdd: dim_date.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.ended_at IS 'When the play ended.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.hour_of_day IS 'The hour in UTC when it ended, 0 to 23.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.weekday IS 'Day of the week in UTC, 1 (Monday) to 7.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.is_weekend IS 'Whether it was a Saturday or a Sunday.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.ms_played IS 'How long it was heard, in milliseconds.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.is_counted IS 'Whether it lasted 30 seconds or more; what Personalify counts by default.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.is_skipped IS
    'Whether Spotify marked it as skipped; null where the export does not tell.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.played_share IS
    'How much of the track was heard, 0 to 1; null where its length is not known.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.seconds_since_previous IS
    'Silence between the play before and this one, in seconds; null for the first.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.is_session_start IS 'Whether more than 30 minutes of silence were before it.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.session_number IS 'Number of the listener''s session within the 90 days.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.is_repeat IS 'Whether the play before was of the same track.';
COMMENT ON COLUMN warehouse.recent_plays_analysis.nth_play IS 'The how many-eth play of this track by this listener within the 90 days.';
