using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Warehouse;

/// <summary>The star: its keys, what its rows say, and how it is read.</summary>
[Collection(nameof(StarNodes))]
public sealed class WarehouseStarTests(StarNodes nodes)
{
    [StoreTheory]
    [InlineData("dim_user", "user_key")]
    [InlineData("dim_track", "track_key")]
    [InlineData("dim_artist", "artist_key")]
    [InlineData("dim_album", "album_key")]
    [InlineData("dim_date", "date_key")]
    public async Task Every_play_finds_its_row_of_a_dimension_which_has_each_key_once(string dimension, string key)
    {
        Assert.Equal(["True | 0"], await nodes.ReadStarAsync(
            $"SELECT count(*) = count(DISTINCT {key}) AND count(*) > 0, count(*) FILTER (WHERE {key} IS NULL) FROM warehouse.{dimension}"));
        Assert.Equal(["0"], await nodes.ReadStarAsync(
            $"SELECT count(*) FROM warehouse.fact_plays WHERE {key} IS NOT NULL AND {key} NOT IN (SELECT {key} FROM warehouse.{dimension})"));
    }

    [StoreFact]
    public async Task Facts_are_the_plays_that_no_other_row_tells_better()
    {
        Assert.Equal(["1"], await nodes.ReadRecordAsync("SELECT count(*) FROM plays WHERE is_superseded"));
        Assert.Equal(
            await nodes.ReadRecordAsync(
                "SELECT user_id, count(*), sum(ms_played), max(ended_at) FROM plays WHERE NOT is_superseded GROUP BY 1 ORDER BY 1"),
            await nodes.ReadStarAsync(
                "SELECT user_key, count(*), sum(ms_played), max(ended_at) FROM warehouse.fact_plays GROUP BY 1 ORDER BY 1"));
    }

    [StoreFact]
    public async Task Days_are_whole_years_from_the_first_play_to_the_last() => Assert.Equal(
        await nodes.ReadRecordAsync(
            """
            SELECT '20230101', extract(year FROM max(ended_at)) || '1231', make_date(extract(year FROM max(ended_at))::int + 1, 1, 1) - date '2023-01-01'
            FROM plays
            """),
        await nodes.ReadStarAsync("SELECT min(date_key)::text, max(date_key)::text, count(*) FROM warehouse.dim_date"));

    [StoreFact]
    public async Task A_day_says_what_it_is() => Assert.Equal(
        ["2024 | 4 | 12 | December | 2024-12 | 2025 | 1 | 30 | 365 | 1 | Monday | False"], await nodes.ReadStarAsync(
            """
            SELECT year, quarter, month, month_name, year_month, iso_year, iso_week, day_of_month, day_of_year, weekday, weekday_name, is_weekend
            FROM warehouse.dim_date WHERE date_key = 20241230
            """));

    [StoreFact]
    public async Task Keys_stay_over_loads()
    {
        const string keys = "SELECT track_key, artist_key, common_track_key FROM warehouse.dim_track WHERE name <> 'Later' ORDER BY track_key";
        var before = await nodes.ReadStarAsync(keys);

        await nodes.Nodes.Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-02-01T10:00:00Z", "Later")));
        await nodes.Nodes.CatchUpAsync();

        Assert.Equal(["1"], await nodes.ReadStarAsync("SELECT count(*) FROM warehouse.dim_track WHERE name = 'Later'"));
        Assert.Equal(before, await nodes.ReadStarAsync(keys));
    }

    [StoreFact]
    public async Task Every_view_and_column_says_what_it_is() => Assert.Empty(await nodes.ReadStarAsync(
        """
        SELECT pg_class.relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
        WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'warehouse') AND relkind = 'v'
            AND (obj_description(pg_class.oid) IS NULL OR col_description(pg_class.oid, attnum) IS NULL)
        """));

    [StoreTheory]
    [InlineData("ended_at >= '2024-03-01' AND ended_at < '2024-04-01'", "plays_ended_at")]
    [InlineData("user_key = 2", "plays_pkey")]
    public async Task A_condition_reaches_the_index(string condition, string index)
    {
        var plan = await nodes.ReadStarAsync(
            $"SET enable_seqscan = off; EXPLAIN SELECT date_key, sum(ms_played) FROM warehouse.fact_plays WHERE {condition} GROUP BY 1");
        Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal));
    }
}
