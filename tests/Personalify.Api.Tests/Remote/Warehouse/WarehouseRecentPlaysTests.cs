using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Warehouse;

/// <summary>What the views say of single plays, of rows of the test's own on node B.</summary>
public sealed class WarehouseRecentPlaysTests
{
    [StoreFact]
    public async Task Recent_plays_are_told_with_what_came_before()
    {
        await using var star = await StarDatabase.CreateAsync();
        await star.ExecuteAsync(
            """
            INSERT INTO tracks (user_id, id, artist_id, name, name_key, duration_ms) VALUES (3, 1, 1, 'A', 'a', 200000), (3, 2, 1, 'B', 'b', NULL);
            INSERT INTO plays (ended_at, reported_at, offline_at, user_id, track_id, ms_played, ordinal, source, is_superseded)
            SELECT now() - ago, now() - ago, '-infinity', 3, track, ms, 0, 'EXTENDED', false
            FROM (VALUES ('91 days'::interval, 1, 200000), ('5 hours', 1, 100000), ('4 hours 55 minutes', 1, 300000), ('4 hours', 2, 20000),
                ('3 hours 50 minutes', 1, 60000)) AS play (ago, track, ms)
            """);

        Assert.Equal(
            [
                "30000000001 | True | 0.5 |  | True | 1 | False | 1", "30000000001 | True | 1 | 0 | False | 1 | True | 2",
                "30000000002 | False |  | 3280 | True | 2 | False | 1", "30000000001 | True | 0.3 | 540 | False | 2 | False | 3",
            ],
            await StarDatabase.ReadAsRoleAsync(star.Source,
                """
                SELECT track_key, is_counted, played_share, seconds_since_previous, is_session_start, session_number, is_repeat, nth_play
                FROM warehouse.recent_plays_analysis WHERE user_key = 3 ORDER BY ended_at
                """));
    }

    [StoreFact]
    public async Task A_listener_without_plays_has_preferences_without_figures()
    {
        await using var star = await StarDatabase.CreateAsync();
        await star.ExecuteAsync("INSERT INTO users (id, is_in_community, created_at) VALUES (5, false, '2024-02-29T23:30:00Z')");

        Assert.Equal(["5 | 0 | 0 | 0 | 0 |  |  | "], await StarDatabase.ReadAsRoleAsync(
            star.Source, "SELECT user_key, plays, hours, tracks, artists, top_artist, top_genre, peak_hour FROM warehouse.user_music_preferences"));
        Assert.Equal(["5 | False | 2024-02-01"], await StarDatabase.ReadAsRoleAsync(
            star.Source, "SELECT user_key, is_in_community, joined_month::text FROM warehouse.dim_user"));
        Assert.Empty(await StarDatabase.ReadAsRoleAsync(star.Source, "SELECT * FROM warehouse.dim_date"));
    }
}
