using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Warehouse;

/// <summary>The queries of docs/warehouse, asked on node B by the role of BI tools, say what the record on node A says.</summary>
[Collection(nameof(StarNodes))]
public sealed class WarehouseExamplesTests(StarNodes nodes)
{
    private const string Plays =
        """
        play AS (
            SELECT play.*, artist_id FROM plays AS play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
            WHERE NOT is_superseded
        )
        """;

    private const string Genres =
        """
        said AS (
            SELECT DISTINCT track.user_id, track.artist_id, genre
            FROM tracks AS track JOIN spotify_tracks AS told ON told.spotify_id = track.spotify_id
            JOIN spotify_artists AS artist ON artist.spotify_id = told.artist_ids[1] CROSS JOIN unnest(artist.genres) AS genre
        )
        """;

    private static readonly Dictionary<string, string> OnNodeA = new()
    {
        ["tracks-of-a-year"] =
            $"""
            WITH {Plays}
            SELECT min(artist.name COLLATE "C") AS artist, min(track.name COLLATE "C") AS track, count(DISTINCT play.user_id), count(*),
                round(sum(play.ms_played) / 3600000.0, 2)
            FROM play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
            JOIN artists AS artist ON artist.user_id = play.user_id AND artist.id = play.artist_id
            WHERE play.ms_played >= 30000 AND extract(year FROM play.ended_at AT TIME ZONE 'UTC') = 2024
            GROUP BY artist.name_key, track.name_key ORDER BY sum(play.ms_played) DESC, artist, track LIMIT 10
            """,
        ["months"] =
            $"""
            WITH {Plays}
            SELECT to_char(month, 'YYYY-MM'), count(DISTINCT user_id) FILTER (WHERE ms_played >= 30000), count(*) FILTER (WHERE ms_played >= 30000),
                round(coalesce(sum(ms_played) FILTER (WHERE ms_played >= 30000), 0) / 3600000.0, 2),
                round((count(*) FILTER (WHERE skipped))::numeric / nullif(count(skipped), 0), 3)
            FROM generate_series(
                (SELECT date_trunc('month', min(ended_at) AT TIME ZONE 'UTC') FROM play), (SELECT max(ended_at) AT TIME ZONE 'UTC' FROM play), '1 month') AS month
            LEFT JOIN play ON date_trunc('month', ended_at AT TIME ZONE 'UTC') = month
            GROUP BY month ORDER BY month
            """,
        ["genres"] =
            $"""
            WITH {Plays}, {Genres}
            SELECT genre, count(DISTINCT user_id), count(DISTINCT name_key), round(sum(ms_played) / 3600000.0, 2)
            FROM play JOIN said USING (user_id, artist_id) JOIN artists AS artist USING (user_id) WHERE artist.id = artist_id AND ms_played >= 30000
            GROUP BY genre ORDER BY sum(ms_played) DESC, genre COLLATE "C"
            """,
        ["sessions"] =
            $"""
            WITH {Plays}, recent AS (SELECT * FROM play WHERE ended_at >= now() - interval '90 days'), told AS (
                SELECT user_id, ms_played, NOT EXISTS (
                        SELECT FROM recent AS before WHERE before.user_id = this.user_id AND before.ended_at < this.ended_at
                        AND before.ended_at >= this.ended_at - this.ms_played * interval '1 millisecond' - interval '30 minutes') AS is_start,
                    track_id = (SELECT track_id FROM recent AS before WHERE before.user_id = this.user_id AND before.ended_at < this.ended_at
                        ORDER BY ended_at DESC LIMIT 1) AS is_repeat
                FROM recent AS this
            )
            SELECT user_id, count(*) FILTER (WHERE is_start), round(count(*)::numeric / count(*) FILTER (WHERE is_start), 1),
                round(sum(ms_played) / 60000.0 / count(*) FILTER (WHERE is_start), 1), count(*) FILTER (WHERE is_repeat)
            FROM told GROUP BY user_id ORDER BY user_id
            """,
        ["listeners"] =
            $"""
            WITH {Plays}, {Genres}, heard AS (SELECT * FROM play WHERE ms_played >= 30000)
            SELECT users.id, is_in_community, count(*), round(sum(ms_played) / 3600000.0, 2), count(DISTINCT track_id), count(DISTINCT artist_id),
                (SELECT min(name) FROM artists WHERE user_id = users.id AND id = (SELECT artist_id FROM heard WHERE user_id = users.id
                    GROUP BY artist_id ORDER BY sum(ms_played) DESC LIMIT 1)),
                round((SELECT sum(ms_played) FROM heard WHERE user_id = users.id GROUP BY artist_id ORDER BY 1 DESC LIMIT 1)::numeric / sum(ms_played), 3),
                (SELECT genre FROM heard JOIN said USING (user_id, artist_id) WHERE user_id = users.id GROUP BY genre ORDER BY sum(ms_played) DESC LIMIT 1),
                (SELECT extract(hour FROM ended_at AT TIME ZONE 'UTC') FROM heard WHERE user_id = users.id GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
                round((SELECT (count(*) FILTER (WHERE skipped))::numeric / count(skipped) FROM play WHERE user_id = users.id), 3)
            FROM users JOIN heard ON heard.user_id = users.id GROUP BY users.id ORDER BY sum(ms_played) DESC
            """,
    };

    public static TheoryData<string> Names => [.. OnNodeA.Keys];

    [StoreTheory]
    [MemberData(nameof(Names))]
    public async Task An_example_says_what_the_record_says(string name)
    {
        var expected = await nodes.ReadRecordAsync(OnNodeA[name]);
        Assert.True(expected.Length >= 2, $"There is something to compare: {expected.Length} rows");

        Assert.Equal(expected, await nodes.ReadStarAsync(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.sql"))));
    }

    [Fact]
    public void Every_example_is_among_them() =>
        Assert.Equal(Directory.GetFiles(Folder, "*.sql").Select(Path.GetFileNameWithoutExtension).Order(), OnNodeA.Keys.Order());

    private static string Folder => Path.Combine(Repository.Root, "docs", "warehouse");
}
