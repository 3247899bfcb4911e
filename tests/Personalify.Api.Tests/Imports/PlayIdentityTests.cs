using System.Globalization;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>What makes two rows two plays, and where a play stands that was heard without a connection.</summary>
public sealed class PlayIdentityTests
{
    private const string Times =
        "SELECT string_agg(to_char(ended_at AT TIME ZONE 'UTC', 'DD HH24:MI:SS'), ', ' ORDER BY ended_at) FROM plays";

    private static readonly GivenRow Landing = new("2023-06-10T18:00:00Z", "Song");

    [StoreFact]
    public async Task Plays_of_a_flight_stand_where_they_were_heard_and_the_time_of_the_landing_is_kept()
    {
        await using var home = await ImportHome.CreateAsync();
        // 2023-06-09 08:00:00, 08:03:20 and, in milliseconds, 08:10:00.
        var report = await home.ImportAsync(Offline(1_686_297_600), Offline(1_686_297_800), Offline(1_686_298_200_000));

        Assert.Equal((3, 3), (report.Added, report.PlacedOffline));
        Assert.Equal("09 08:03:20, 09 08:06:40, 09 08:13:20", await home.ReadAsync<string>(Times));
        Assert.Equal("2023-06-10 18:00:00", await home.ReadAsync<string>(
            "SELECT DISTINCT to_char(reported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') FROM plays"));
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_686_500_000)] // after it was reported
    [InlineData(1_600_000_000)] // years before it was reported
    public async Task A_start_that_cannot_be_leaves_the_play_where_it_was_reported(long offlineTimestamp)
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(Offline(offlineTimestamp));

        Assert.Equal(0, report.PlacedOffline);
        Assert.Equal("10 18:00:00", await home.ReadAsync<string>(Times));
    }

    [StoreFact]
    public async Task Rows_that_differ_in_their_offline_start_are_different_plays_and_come_only_once()
    {
        await using var home = await ImportHome.CreateAsync();
        GivenFile[] files = [Offline(1_686_297_600), Offline(1_686_297_800), Offline(1_686_297_800_000)];

        var first = await home.ImportAsync(files);
        var second = await home.ImportAsync(files);

        Assert.Equal((2, 1), (first.Added, Assert.Single(first.Dropped).Count));
        Assert.Equal((0, 2), (second.Added, second.AlreadyThere));
        ImportReportTests.AssertAddsUp(second);
        await home.UndoAsync(number: 1);
        Assert.Equal("09 08:03:20, 09 08:06:40", await home.ReadAsync<string>(Times));
        await home.UndoAsync(number: 2);
        Assert.Equal("", await home.DumpPlaysAsync());
    }

    /// <summary>
    /// Account data has no seconds: two ends of a song of 25 seconds fit into a minute, two of a song of three minutes do not.
    /// </summary>
    [StoreTheory]
    [InlineData(25_000, 2, 0)]
    [InlineData(59_999, 2, 0)]
    [InlineData(60_000, 1, 1)]
    [InlineData(200_000, 1, 1)]
    public async Task Equal_rows_of_account_data_are_as_many_plays_as_fit_into_their_minute(int ms, int plays, int repeats)
    {
        await using var home = await ImportHome.CreateAsync();
        var row = new GivenRow("2024-05-06T18:43:00Z", "Interlude", ms);

        var first = await home.ImportAsync(GivenFile.Account(row, row));
        var again = await home.ImportAsync(GivenFile.Account(row, row));

        Assert.Equal((plays, repeats), (first.Added, first.Dropped.Sum(dropped => dropped.Count)));
        Assert.Equal((0, plays), (again.Added, again.AlreadyThere));
        if (repeats > 0) Assert.Contains("so it was taken for the same play", first.Dropped[0].Example, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_extended_rows_of_both_cover_both()
    {
        await using var home = await ImportHome.CreateAsync();
        var row = new GivenRow("2024-05-06T18:43:10Z", "Interlude", 25_000);
        await home.ImportAsync(GivenFile.Account(row, row));

        await home.ImportAsync(GivenFile.Extended(row, row with { EndedAt = "2024-05-06T18:43:40Z" }));

        Assert.Equal(2, await home.ReadAsync<int>("SELECT sum(plays)::int FROM play_months"));
        Assert.Equal("2 2", await home.ReadAsync<string>(
            "SELECT count(*) FILTER (WHERE is_superseded) || ' ' || count(*) FILTER (WHERE NOT is_superseded) FROM plays"));
    }

    [StoreFact]
    public async Task Two_files_of_the_same_account_data_are_no_second_play()
    {
        await using var home = await ImportHome.CreateAsync();
        var row = new GivenRow("2024-05-06T18:43:00Z", "Interlude", 25_000);

        var report = await home.ImportAsync(GivenFile.Account(row, row), GivenFile.Account(row));

        Assert.Equal(2, report.Added);
        ImportReportTests.AssertAddsUp(report);
    }

    [StoreFact]
    public async Task Episodes_heard_offline_are_told_apart_too()
    {
        await using var home = await ImportHome.CreateAsync();
        object Episode(long start) => new
        {
            ts = "2023-06-10T18:00:00Z", ms_played = 60_000, episode_name = "One", episode_show_name = "Show",
            spotify_episode_uri = "spotify:episode:0abc0abc0abc0abc0abc00",
            offline = true, offline_timestamp = start,
        };

        var report = await home.ImportAsync(
            GivenFile.Json("endsong_0.json", Episode(1_686_297_600), Episode(1_686_297_800), Episode(1_686_297_800)));

        Assert.Equal(2, report.Episodes);
        Assert.Equal(2L, await home.ReadAsync<long>("SELECT count(DISTINCT ended_at) FROM other_plays"));
    }

    private static GivenFile Offline(long timestamp) => GivenFile.Json(
        string.Create(CultureInfo.InvariantCulture, $"endsong_{timestamp}.json"),
        (Landing with { Offline = true, OfflineTimestamp = timestamp }).Extended());
}
