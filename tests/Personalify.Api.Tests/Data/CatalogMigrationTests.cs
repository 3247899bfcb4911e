using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Data;

/// <summary>The migration from one catalogue for all listeners to one for each listener, with plays from before it.</summary>
public sealed class CatalogMigrationTests
{
    /// <summary>
    /// Ada and Bob share a track whose names Bob's file gave last, and one that only Ada has; Ada's second import delivered the shared one
    /// again. Her account row is covered by her extended one.
    /// </summary>
    private const string Before =
        """
        INSERT INTO users (name, display_name, created_at) VALUES ('ada', 'Ada', now()), ('bob', 'Bob', now());
        INSERT INTO imports (user_id, status, created_at) VALUES (1, 'COMPLETED', now()), (2, 'COMPLETED', now()), (1, 'COMPLETED', now());
        INSERT INTO artists (name, name_key) VALUES ('M. Quill', 'M. Quill'), ('Mara Quill', 'Mara Quill');
        INSERT INTO albums (artist_id, name, name_key) VALUES (1, 'Late', 'Late'), (2, 'Paper Lanterns', 'Paper Lanterns');
        INSERT INTO tracks (spotify_id, artist_id, album_id, name, name_key, named_at) VALUES
            ('Lanterns00000000000000', 1, 1, 'Lanterns (Remaster)', 'Lanterns (Remaster)', '2025-01-01 10:00Z'),
            ('Harbour000000000000000', 2, 2, 'Harbour', 'Harbour', '2024-03-02 10:00Z'),
            (NULL, 2, NULL, 'Harbour', 'Harbour', '2024-03-02 10:00Z');
        INSERT INTO plays (ended_at, user_id, track_id, ms_played, import_id, source, reason_start, reason_end, shuffle, offline, incognito,
            is_superseded) VALUES
            ('2024-03-01 10:00Z', 1, 1, 200000, 1, 'EXTENDED', 'clickrow', 'trackdone', false, false, false, false),
            ('2024-03-02 10:00Z', 1, 2, 200000, 1, 'EXTENDED', 'clickrow', 'trackdone', false, false, false, false),
            ('2024-03-02 10:00Z', 1, 3, 200000, 3, 'ACCOUNT', NULL, NULL, NULL, NULL, NULL, true),
            ('2025-01-01 10:00Z', 2, 1, 200000, 2, 'EXTENDED', 'clickrow', 'trackdone', false, false, false, false);
        UPDATE plays SET platform = 'desktop' WHERE track_id = 2;
        INSERT INTO play_observations (ended_at, user_id, track_id, ms_played, import_id, source)
        VALUES ('2024-03-01 10:00Z', 1, 1, 200000, 3, 'EXTENDED');
        INSERT INTO other_items (kind, spotify_id, name, show_name, named_at)
        VALUES ('EPISODE', 'One0000000000000000000', 'One', 'Night Ferry Stories', '2024-03-01 11:00Z');
        INSERT INTO other_plays (ended_at, user_id, item_id, ms_played, import_id) VALUES ('2024-03-01 11:00Z', 1, 1, 1800000, 1);
        """;

    private const string Tracks =
        """
        SELECT string_agg(concat_ws('|', track.user_id, track.id, track.spotify_id, track.name, artist.name, album.name,
            track.named_at > '-infinity', track.import_id), E'\n'
            ORDER BY track.user_id, track.id)
        FROM tracks AS track
        JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
        LEFT JOIN albums AS album ON album.user_id = track.user_id AND album.id = track.album_id
        """;

    [StoreFact]
    public async Task Each_listener_keeps_their_plays_under_names_of_their_own()
    {
        await using var home = await ImportHome.CreateAsync(await MigrateAsync());

        Assert.Equal(
            """
            1|1|Lanterns00000000000000|Lanterns (Remaster)|M. Quill|Late|f|1
            1|2|Harbour000000000000000|Harbour|Mara Quill|Paper Lanterns|t|1
            1|3|Harbour|Mara Quill|t|3
            2|1|Lanterns00000000000000|Lanterns (Remaster)|M. Quill|Late|t|2
            """,
            await home.ReadAsync<string>(Tracks), ignoreLineEndingDifferences: true);
        Assert.Equal(4L, await home.ReadAsync<long>("SELECT count(*) FROM plays"));
        Assert.Equal(1L, await home.ReadAsync<long>("SELECT count(*) FROM play_observations"));
        Assert.Equal("1 1", await home.ReadAsync<string>("SELECT user_id || ' ' || item_id FROM other_plays"));
        Assert.Equal(3, await home.ReadAsync<int>("SELECT sum(plays)::int FROM play_months"));
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task The_file_of_before_adds_nothing_and_gives_the_listeners_own_names_back()
    {
        await using var home = await ImportHome.CreateAsync(await MigrateAsync());

        var report = await home.ImportAsync(GivenFile.Json(
            "endsong_0.json",
            (new GivenRow("2024-03-01T10:00:00Z") with { OfflineTimestamp = 1_709_287_000 }).Extended(),
            new GivenRow("2024-03-02T10:00:00Z", "Harbour").Extended(),
            GivenRow.Episode("2024-03-01T11:00:00Z", "One")));

        Assert.Equal((0, 2, 1), (report.Added, report.AlreadyThere, report.Episodes));
        Assert.StartsWith(
            "1|1|Lanterns00000000000000|Lanterns|Mara Quill|Paper Lanterns|t|4", await home.ReadAsync<string>(Tracks), StringComparison.Ordinal);
        Assert.Contains(
            "2|1|Lanterns00000000000000|Lanterns (Remaster)|M. Quill|Late|t|2", await home.ReadAsync<string>(Tracks), StringComparison.Ordinal);
        Assert.Equal(1L, await home.ReadAsync<long>("SELECT count(*) FROM other_plays"));
        Assert.Equal(4L, await home.ReadAsync<long>("SELECT count(*) FROM plays WHERE offline_at < 'infinity' OR user_id = 2"));
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task Imports_of_before_can_be_undone()
    {
        await using var home = await ImportHome.CreateAsync(await MigrateAsync());

        await home.UndoAsync(number: 1);
        Assert.Equal("Lanterns00000000000000, ", await home.ReadAsync<string>(
            "SELECT string_agg(coalesce(spotify_id, ''), ', ' ORDER BY id) FROM tracks WHERE user_id = 1"));
        await home.UndoAsync(number: 2);

        Assert.Equal(0L, await home.ReadAsync<long>(
            "SELECT (SELECT count(*) FROM plays WHERE user_id = 1) + (SELECT count(*) FROM artists WHERE user_id = 1)"));
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    private static async Task<TestDatabase> MigrateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var all = Migration.ReadAll(typeof(Migration).Assembly);
        await MigratedDatabase.RunnerOn(source, [.. all.Where(migration => migration.Number < 7)]).RunAsync(CancellationToken.None);
        await using var command = source.CreateCommand(Before);
        await command.ExecuteNonQueryAsync();
        await MigratedDatabase.RunnerOn(source, all).RunAsync(CancellationToken.None);
        return database;
    }
}
