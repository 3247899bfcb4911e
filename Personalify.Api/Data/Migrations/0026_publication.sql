-- What node B gets of the plays and the catalogue as it changes, by logical replication: rows of a person by number only. Names of people,
-- accounts, devices, platforms and what a listener did in private stay here.

-- A change of a play is sent by the key by which plays are told apart. The table as a whole has an index only by those of its parts, and
-- what is sent is sent in its name, so both name the key.
CREATE UNIQUE INDEX plays_key ON ONLY plays (user_id, track_id, reported_at, ms_played, offline_at, ordinal);
DO $$
BEGIN
    FOR n IN 0..15 LOOP
        EXECUTE format('ALTER INDEX plays_key ATTACH PARTITION plays_%s_key', n);
        EXECUTE format('ALTER TABLE plays_%s REPLICA IDENTITY USING INDEX plays_%s_key', n, n);
    END LOOP;
END $$;
ALTER TABLE plays REPLICA IDENTITY USING INDEX plays_key;

CREATE PUBLICATION personalify_stats FOR TABLE
    users (id, is_in_community, created_at),
    artists (user_id, id, name, name_key, genres),
    albums (user_id, id, artist_id, name, name_key, release_date),
    tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, duration_ms),
    plays (user_id, track_id, reported_at, ms_played, offline_at, ordinal, ended_at, source, reason_end, shuffle, skipped, offline, is_superseded),
    spotify_artists (spotify_id, name, genres, popularity),
    spotify_albums (spotify_id, name, album_type, release_date, release_date_precision, total_tracks),
    spotify_tracks (spotify_id, name, artist_ids, artist_names, album_id, duration_ms, is_explicit, popularity)
WITH (publish_via_partition_root = true);
