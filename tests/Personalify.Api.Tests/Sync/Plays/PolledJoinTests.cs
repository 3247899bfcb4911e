using Npgsql;
using Personalify.Api.Access;
using Personalify.Api.Catalog;
using Personalify.Api.Export;
using Personalify.Api.Imports;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.Plays.PolledHome;

namespace Personalify.Api.Tests.Sync.Plays;

public sealed class PolledJoinTests : IAsyncLifetime
{
    private PolledHome _home = null!;

    private ImportHome Home => _home.Home;

    public async Task InitializeAsync() => _home = await PolledHome.CreateAsync();

    public async Task DisposeAsync() => await _home.DisposeAsync();

    [StoreFact]
    public async Task An_exports_play_counts_in_the_place_of_the_polled_one_which_names_it()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T11:00:00Z", "Harbour"));
        var preview = await Home.PreviewAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:04:20Z", Ms: 150_000)));
        var import = await Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:04:20Z", Ms: 150_000)));

        Assert.Equal("EXTENDED Lanterns 10:04:20, LIVE Harbour 11:00:00", await _home.CountedAsync());
        Assert.Equal((1, 1), (preview.Added, import.Added));
        Assert.Equal((null, 1), (preview.Replaced, import.Replaced));
        Assert.Equal("150000|10:04:20", await Home.ReadAsync<string>(
            """
            SELECT concat_ws('|', play.ms_played, to_char(play.ended_at AT TIME ZONE 'UTC', 'HH24:MI:SS'))
            FROM polled_plays AS polled
            JOIN plays AS play ON play.user_id = polled.user_id AND play.track_id = covered_track_id AND reported_at = covered_reported_at
                AND ms_played = covered_ms_played AND offline_at = covered_offline_at AND ordinal = covered_ordinal
            """));
        Assert.Equal(0, await Home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task Titles_that_a_poll_brings_are_read_by_it()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z", "I love you so much"), Play("2024-03-01T11:00:00Z", "Harbour"));

        Assert.Equal("I love you so much JOY, Harbour -", await Home.ReadAsync<string>(
            """
            SELECT string_agg(track.name || CASE WHEN score.mood IS NULL THEN ' -' WHEN score.mood = 3 THEN ' JOY' ELSE ' other' END, ', ' ORDER BY track.name DESC)
            FROM tracks AS track JOIN mood_scores AS score ON score.user_id = track.user_id AND score.track_id = track.id
            """));
    }

    [StoreFact]
    public async Task A_report_tells_how_many_polled_plays_gave_way_to_its_files_and_counts_none_twice()
    {
        await _home.PollAsync(
            ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T11:00:00Z", "Harbour"), Play("2024-03-01T12:00:00Z"));
        GivenRow[] rows = [new("2024-03-01T10:00:05Z"), new("2024-03-01T12:00:05Z"), new("2024-03-01T15:00:00Z")];

        var first = await Home.ImportAsync(GivenFile.Extended(rows));
        var again = await Home.ImportAsync(GivenFile.Extended(rows));

        Assert.Equal((3, 2), (first.Added, first.Replaced));
        Assert.Equal((0, null), (again.Added, again.Replaced));
    }

    [StoreTheory]
    [InlineData("2024-03-01T10:04:20Z", true)]
    [InlineData("2024-03-01T10:04:21Z", false)]
    [InlineData("2024-03-01T09:55:40Z", true)]
    [InlineData("2024-03-01T09:55:39Z", false)]
    public async Task It_is_the_same_play_within_the_tracks_length_and_a_minute(string endedAt, bool isSame)
    {
        await Home.ImportAsync(GivenFile.Extended(new GivenRow(endedAt)));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));

        Assert.Equal(isSame, !(await _home.CountedAsync()).Contains("LIVE", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task An_undo_brings_the_polled_play_back()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        var before = await Home.DumpPlaysAsync();
        await Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:05Z")));
        await Home.ImportAsync(GivenFile.Account(new GivenRow("2024-03-01T10:01:00Z", Ms: 120_000)));
        Assert.Equal("EXTENDED Lanterns 10:00:05, ACCOUNT Lanterns 10:01:00", await _home.CountedAsync());

        await Home.UndoAsync(1);
        Assert.Equal("ACCOUNT Lanterns 10:01:00", await _home.CountedAsync());
        await Home.UndoAsync(2);

        Assert.Equal(before, await Home.DumpPlaysAsync());
        Assert.Equal(0, await Home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task Account_data_is_an_export_and_wins_by_its_names()
    {
        await Home.ImportAsync(GivenFile.Account(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-01T10:00:00Z", "Harbour")));
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:30Z"), Play("2024-03-01T10:30:00Z", "Harbour"));

        Assert.Equal("ACCOUNT Harbour 10:00:00, ACCOUNT Lanterns 10:00:00, LIVE Harbour 10:30:00", Sorted(await _home.CountedAsync()));
    }

    [StoreFact]
    public async Task Polled_plays_that_no_row_is_stay_in_the_range_of_an_export()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T10:05:00Z"));
        await Home.ImportAsync(GivenFile.Extended(
            new GivenRow("2024-03-01T08:00:00Z", "Harbour"), new GivenRow("2024-03-01T10:05:02Z"),
            new GivenRow("2024-03-01T20:00:00Z", "Harbour")));

        Assert.Equal(
            "EXTENDED Harbour 08:00:00, LIVE Lanterns 10:00:00, EXTENDED Lanterns 10:05:02, EXTENDED Harbour 20:00:00",
            await _home.CountedAsync());
    }

    [StoreFact]
    public async Task The_names_of_the_listeners_files_win_in_any_order()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2026-03-01T10:00:00Z"));
        await Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Lanterns (old)") { Uri = Uri, Album = "Files" }));
        Assert.Equal("Lanterns (old)|Files", await NamesAsync());
        await Home.UndoAsync(1);
        Assert.Equal("Lanterns|Paper Lanterns", await NamesAsync());
        await Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Lanterns (old)") { Uri = Uri, Album = "Files" }));
        await _home.WipeAsync();
        await _home.PollAsync(ImportHome.Ada, Play("2026-03-01T10:00:00Z"));
        Assert.Equal("Lanterns (old)|Files", await NamesAsync());
        await Home.UndoAsync(2);

        Assert.Equal("Lanterns|Paper Lanterns", await NamesAsync());
    }

    [StoreFact]
    public async Task A_wipe_leaves_what_there_would_be_without_polls()
    {
        await Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:05Z")));
        var before = await Home.DumpPlaysAsync();
        await _home.PollAsync(
            ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-04-01T10:00:00Z", "Harbour"), Play("2024-04-01T11:00:00Z", id: null));
        await _home.PollAsync(ImportHome.Bob, Play("2024-03-01T10:00:00Z"));
        Assert.NotEqual(before, await Home.DumpPlaysAsync());

        await _home.WipeAsync(ImportHome.Bob);
        await _home.WipeAsync();
        await _home.WipeAsync();

        Assert.Equal(before, await Home.DumpPlaysAsync());
        Assert.Equal(0L, await Home.ReadAsync<long>("SELECT count(*) FROM imports WHERE kind = 'SPOTIFY'"));
        Assert.Equal(0, await Home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task What_Spotify_told_is_no_import_that_anyone_sees_or_undoes()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        var store = Home.Get<ImportStore>();

        Assert.Empty(await store.ListAsync(ImportHome.Ada, null, null, 10, newestFirst: true, CancellationToken.None));
        Assert.Equal(0, await store.CountAsync(ImportHome.Ada, CancellationToken.None));
        Assert.Null(await store.FindAsync(ImportHome.Ada, 0, CancellationToken.None));
        Assert.Null(await store.UndoAsync(ImportHome.Ada, 0, CancellationToken.None));
        await Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:05Z")));
        Assert.Equal(1, Assert.Single(await store.ListAsync(ImportHome.Ada, null, null, 10, true, CancellationToken.None)).Number);
    }

    [StoreFact]
    public async Task An_export_of_everything_has_them_in_its_table_and_not_where_another_import_would_find_them()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        var store = new ExportStore(Home.Get<NpgsqlDataSource>());

        Assert.Equal("LIVE", Assert.Single(await ReadAsync(ExportSql.Music)).Source);
        Assert.Empty(await ReadAsync(ExportSql.ExtendedMusic));
        Assert.Empty(await ReadAsync(ExportSql.AccountMusic));

        async Task<List<ExportedPlay>> ReadAsync(string sql) =>
            await store.ReadMusicAsync(ImportHome.Ada, sql, CancellationToken.None).ToListAsync();
    }

    [StoreFact]
    public async Task A_search_knows_at_once_what_was_told_and_what_was_wiped()
    {
        var search = new SearchStore(Home.Get<NpgsqlDataSource>(), Home.Get<SearchIndex>());
        Assert.Empty((await search.FindAsync(ImportHome.Ada, "lantern", 5, CancellationToken.None)).Tracks);
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        Assert.Equal("Lanterns", Assert.Single((await search.FindAsync(ImportHome.Ada, "lantern", 5, CancellationToken.None)).Tracks).Name);
        await _home.WipeAsync();

        Assert.Empty((await search.FindAsync(ImportHome.Ada, "lantern", 5, CancellationToken.None)).Tracks);
    }

    [StoreFact]
    public async Task An_account_that_is_deleted_leaves_nothing_of_them()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        await _home.PollAsync(ImportHome.Bob, Play("2024-03-01T10:00:00Z"));
        await new AccountDeletionStore(Home.Get<ImportConnections>(), Home.Get<UploadFolder>(), Home.Get<CatalogCache>())
            .DeleteAsync(ImportHome.Bob, CancellationToken.None);

        Assert.Equal(1L, await Home.ReadAsync<long>("SELECT count(*) FROM polled_plays"));
        Assert.Equal("LIVE Lanterns 10:00:00", await _home.CountedAsync());
    }

    [StoreFact]
    public async Task Listeners_who_heard_the_same_track_do_not_touch_each_other()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        await _home.PollAsync(ImportHome.Bob, Play("2024-03-01T10:00:00Z"));
        await Home.ImportAsync(
            ImportHome.Bob, preview: false, GivenFile.Extended(new GivenRow("2024-03-01T10:00:05Z", "Their name") { Uri = Uri }));

        Assert.Equal("LIVE Lanterns 10:00:00", await _home.CountedAsync());
        Assert.Equal("EXTENDED Their name 10:00:05", await _home.CountedAsync(ImportHome.Bob));
        await _home.WipeAsync(ImportHome.Bob);
        Assert.Equal("LIVE Lanterns 10:00:00", await _home.CountedAsync());
    }

    private static string Uri => $"spotify:track:{GivenRow.IdOf("Lanterns")}";

    private Task<string> NamesAsync() => Home.ReadAsync<string>(
        "SELECT concat_ws('|', track.name, album.name) FROM tracks AS track "
        + "JOIN albums AS album ON album.user_id = track.user_id AND album.id = track.album_id");

    private static string Sorted(string counted) => string.Join(", ", counted.Split(", ").Order(StringComparer.Ordinal));
}
