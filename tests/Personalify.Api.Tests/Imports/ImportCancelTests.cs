using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Imports.Demo;
using Personalify.Domain.Imports;
using Personalify.Domain.Catalog;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>Imports that are cancelled while they run, here and in the process of a server.</summary>
public sealed class ImportCancelTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);
    private static readonly GivenFile Small =
        GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour"));

    /// <summary>Holds the run at one place, by a lock that another connection has taken.</summary>
    private static readonly Dictionary<string, string> Obstacles = new()
    {
        ["WAITING"] = $"SELECT pg_advisory_lock({0x696D706F}, {ImportHome.Ada})",
        ["MATCHING"] = "LOCK TABLE plays IN ACCESS EXCLUSIVE MODE",
        ["WRITING"] = "LOCK TABLE plays IN SHARE MODE",
    };

    [StoreTheory]
    [InlineData("WAITING", false)]
    [InlineData("WAITING", true)]
    [InlineData("MATCHING", false)]
    [InlineData("MATCHING", true)]
    [InlineData("WRITING", false)]
    public async Task A_run_in_another_process_ends_within_two_seconds_and_writes_nothing(string phase, bool preview)
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-01-01T10:00:00Z")));
        var before = await home.DumpPlaysAsync();
        await using var obstacle = await home.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var held = await obstacle.BeginTransactionAsync();
        await ExecuteAsync(obstacle, Obstacles[phase]);
        await using var server = ApiProcess.Serve(home);
        var id = await QueuedImport.AddAsync(home, ImportHome.Ada, Small, preview);
        await Eventually.IsTrueAsync(() => IsHeldAsync(home), $"the run is held while it is {phase}", TimeSpan.FromMinutes(1));

        await CancelAsync(home, id);

        await Eventually.IsTrueAsync(async () => !await IsHeldAsync(home), "the run has ended", Promised);
        await held.RollbackAsync();
        Assert.Equal(
            (0L, before), (await home.ReadAsync<long>($"SELECT count(*) FROM imports WHERE id = {id}"), await home.DumpPlaysAsync()));
        Assert.False(home.Get<UploadFolder>().Exists(id));
    }

    [StoreFact]
    public async Task A_run_that_reads_ends_and_the_listeners_next_import_follows_at_once()
    {
        await using var home = await ImportHome.CreateAsync();
        await using var server = ApiProcess.Serve(home);
        var large = await QueuedImport.AddAsync(home, ImportHome.Ada, Large(), preview: false);
        var next = await QueuedImport.AddAsync(home, ImportHome.Ada, Small, preview: false);
        await Eventually.IsTrueAsync(
            async () =>
                await home.ReadAsync<long>($"SELECT count(*) FROM imports WHERE id = {large} AND (progress ->> 'rowsRead')::int > 0") == 1,
            "rows are read", TimeSpan.FromMinutes(1));

        await CancelAsync(home, large);

        await Eventually.IsTrueAsync(
            async () => await StatusAsync(home, next) == "COMPLETED", "the next import is done", TimeSpan.FromMinutes(1));
        Assert.Equal(2L, await home.ReadAsync<long>("SELECT count(*) FROM plays"));
        Assert.Equal(0L, await home.ReadAsync<long>($"SELECT count(*) FROM imports WHERE id = {large}"));
    }

    [StoreFact]
    public async Task Either_the_cancelling_comes_first_or_the_import_and_never_half_of_each()
    {
        await using var home = await ImportHome.CreateAsync();
        var empty = await home.DumpPlaysAsync();
        for (var round = 0; round < 24; round++)
        {
            var run = home.ImportAsync(Small);
            await Eventually.IsTrueAsync(
                async () => await home.ReadAsync<long>("SELECT count(*) FROM imports WHERE status = 'RUNNING'") == 1 || run.IsCompleted,
                "it runs");
            var id = await home.ReadAsync<int>("SELECT max(id) FROM imports");
            for (var pause = 0; pause < round * 2; pause++) await home.ReadAsync<int>("SELECT 1");

            var isCancelled = await home.Get<ImportStore>().CancelAsync(ImportHome.Ada, id, CancellationToken.None) is not null;

            if (isCancelled) Assert.Contains("cancelled on the dashboard",
                (await Assert.ThrowsAsync<ImportRejectedException>(() => run)).Message, StringComparison.Ordinal);
            else Assert.Equal(2, (await run).Added);
            if (!isCancelled) await home.UndoAsync(id);
            Assert.Equal(empty, await home.DumpPlaysAsync());
        }
    }

    [StoreFact]
    public async Task An_undoing_and_what_is_completed_cannot_be_cancelled()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(Small);

        Assert.Equal("The import 1 cannot be cancelled: it is done. Undo it to take it back; to import again, upload the files again.",
            await RefusalAsync(home));
        await home.Get<ImportStore>().UndoAsync(ImportHome.Ada, 1, CancellationToken.None);
        Assert.Equal("The import 1 cannot be cancelled: it is being undone.", await RefusalAsync(home));
        Assert.Equal(2L, await home.ReadAsync<long>("SELECT count(*) FROM plays"));
    }

    private static async Task CancelAsync(ImportHome home, int id) =>
        Assert.Equal(
            CatalogId.Of(ImportHome.Ada, id),
            (await home.Get<ImportControl>().CancelAsync(ImportHome.Ada, CatalogId.Of(ImportHome.Ada, id), CancellationToken.None)).Value);

    private static async Task<string> RefusalAsync(ImportHome home) => Assert.IsType<ImportStateError>(
        Assert.Single((await home.Get<ImportControl>().CancelAsync(ImportHome.Ada, CatalogId.Of(ImportHome.Ada, 1), CancellationToken.None)).Errors)).Message;

    /// <summary>A session of an import waits for a lock that the test has.</summary>
    private static Task<bool> IsHeldAsync(ImportHome home) => home.ReadAsync<bool>(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')");

    private static Task<string> StatusAsync(ImportHome home, int id) =>
        home.ReadAsync<string>($"SELECT status FROM imports WHERE id = {id}");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The same years again and again, since it is only to be read for a while.</summary>
    private static GivenFile Large()
    {
        var (stream, day) = (new MemoryStream(), new DateOnly(2025, 6, 30));
        DemoExport.Write(new DemoListener(150_000, seed: 5, day).Plays(), day, stream);
        var years = new GivenFile("years.zip", stream.ToArray());
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(years.Content));
        var files = zip.Entries.Select(entry => (entry.Name, Content: Read(entry))).ToList();
        return GivenFile.Zip("large.zip",
            [.. Enumerable.Range(0, 4).SelectMany(copy => files.Select(file => new GivenFile($"{copy}/{file.Name}", file.Content)))]);
    }

    private static byte[] Read(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var memory = new MemoryStream();
        content.CopyTo(memory);
        return memory.ToArray();
    }
}
