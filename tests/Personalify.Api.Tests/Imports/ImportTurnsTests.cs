using Npgsql;
using Personalify.Api.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>The order in which listeners' imports run.</summary>
public sealed class ImportTurnsTests
{
    private static readonly GivenFile File = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"));

    [StoreFact]
    public async Task A_listener_with_twenty_imports_keeps_another_waiting_for_one_of_them()
    {
        await using var home = await ImportHome.CreateAsync();
        for (var count = 0; count < 20; count++) await QueuedImport.AddAsync(home, ImportHome.Ada, File, preview: count % 2 == 0);
        await QueuedImport.AddAsync(home, ImportHome.Bob, File, preview: false);

        var turns = new List<int>();
        for (var count = 0; count < 4; count++) turns.Add(await TakeAndEndAsync(home));

        Assert.Equal([ImportHome.Ada, ImportHome.Bob, ImportHome.Ada, ImportHome.Ada], turns);
    }

    [StoreFact]
    public async Task An_undoing_waits_for_its_listeners_turn_however_old_its_import_is()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(File);
        await QueuedImport.AddAsync(home, ImportHome.Ada, File, preview: false);
        await QueuedImport.AddAsync(home, ImportHome.Bob, File, preview: false);
        await home.ExecuteAsync("UPDATE imports SET created_at = created_at - interval '1 day' WHERE id = 2");
        Assert.Equal(ImportHome.Ada, await TakeAndEndAsync(home));

        await home.Get<ImportStore>().UndoAsync(ImportHome.Ada, 1, CancellationToken.None);

        Assert.Equal(ImportHome.Bob, await TakeAndEndAsync(home));
        var undoing = await home.Get<ImportQueue>().ClaimAsync(CancellationToken.None);
        Assert.Equal((ImportHome.Ada, true), (undoing!.UserId, undoing.IsUndo));
    }

    [StoreFact]
    public async Task A_run_that_was_cancelled_was_a_turn_too()
    {
        await using var home = await ImportHome.CreateAsync();
        var first = await QueuedImport.AddAsync(home, ImportHome.Ada, File, preview: false);
        await QueuedImport.AddAsync(home, ImportHome.Ada, File, preview: false);
        await QueuedImport.AddAsync(home, ImportHome.Bob, File, preview: false);

        Assert.Equal(first, (await home.Get<ImportQueue>().ClaimAsync(CancellationToken.None))!.Id);
        await home.Get<ImportStore>().CancelAsync(ImportHome.Ada, first, CancellationToken.None);

        Assert.Equal(ImportHome.Bob, await TakeAndEndAsync(home));
    }

    [StoreFact]
    public async Task Processes_that_ask_at_once_get_one_import_of_each_listener_and_none_leaves_empty_handed()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ExecuteAsync(
            "INSERT INTO users (name, display_name, created_at) SELECT 'l' || n, 'L', now() FROM generate_series(3, 8) AS n");
        for (var count = 0; count < 12; count++) await QueuedImport.AddAsync(home, ImportHome.Ada, File, preview: false);
        for (var user = 2; user <= 8; user++) await QueuedImport.AddAsync(home, user, File, preview: false);

        var claimed = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => home.Get<ImportQueue>().ClaimAsync(CancellationToken.None))));

        Assert.Equal(Enumerable.Range(1, 8), claimed.Select(import => import?.UserId ?? 0).Order());
        Assert.Null(await home.Get<ImportQueue>().ClaimAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task Others_go_on_while_the_runs_of_some_take_long()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ExecuteAsync(
            "INSERT INTO users (name, display_name, created_at) SELECT 'l' || n, 'L', now() FROM generate_series(3, 7) AS n");
        await using var obstacle = await home.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var hold = new NpgsqlCommand($"SELECT pg_advisory_lock({0x696D706F}, id) FROM users WHERE id > 2", obstacle);
        await hold.ExecuteNonQueryAsync();
        for (var user = 3; user <= 7; user++) await QueuedImport.AddAsync(home, user, File, preview: user % 2 == 0);
        await using var server = ApiProcess.Serve(home);
        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM imports WHERE status = 'RUNNING'") == 5,
            "five runs are held up", TimeSpan.FromMinutes(1));

        var (preview, import) = (await QueuedImport.AddAsync(home, ImportHome.Ada, File, preview: true),
            await QueuedImport.AddAsync(home, ImportHome.Bob, File, preview: false));

        await Eventually.IsTrueAsync(
            async () =>
                await home.ReadAsync<long>($"SELECT count(*) FROM imports WHERE id IN ({preview}, {import}) AND status = 'COMPLETED'") == 2,
            "both are done", TimeSpan.FromMinutes(1));
        Assert.Equal(5L, await home.ReadAsync<long>("SELECT count(*) FROM imports WHERE status = 'RUNNING'"));
    }

    /// <summary>Runs the next import to a quick end, and says whose it was.</summary>
    private static async Task<int> TakeAndEndAsync(ImportHome home)
    {
        var import = await home.Get<ImportQueue>().ClaimAsync(CancellationToken.None);
        Assert.True(await home.Get<ImportQueue>().FailAsync(import!, "It was only to take its turn.", CancellationToken.None));
        return import!.UserId;
    }
}
