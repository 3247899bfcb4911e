using Personalify.Api.Imports;
using Personalify.Api.Imports.Demo;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class TwoUsersTests
{
    [StoreFact]
    public async Task Two_listeners_of_the_same_music_import_at_once()
    {
        await using var home = await ImportHome.CreateAsync();
        var (early, late) = (Export(new DateOnly(2025, 3, 31)), Export(new DateOnly(2025, 6, 30)));

        var reports = await Task.WhenAll(home.ImportAsync(ImportHome.Ada, preview: false, early), home.ImportAsync(ImportHome.Bob, preview: false, late));

        Assert.All(reports, report => Assert.Equal(report.Plays, report.Added));
        Assert.Equal(0, await home.WrongMonthsAsync());
        await using var inTurn = await ImportHome.CreateAsync();
        await inTurn.ImportAsync(ImportHome.Bob, preview: false, late);
        await inTurn.ImportAsync(ImportHome.Ada, preview: false, early);
        Assert.Equal(await inTurn.DumpAsync(), await home.DumpAsync());
    }

    [StoreFact]
    public async Task Each_listeners_imports_count_from_one_and_a_cancelled_ones_number_is_not_given_again()
    {
        await using var home = await ImportHome.CreateAsync();
        var (store, file) = (home.Get<ImportStore>(), new ImportFile("history.json", 10));
        async Task<int> AddAsync(int user) => (await store.CreateAsync(user, file, maxUnstarted: 9, CancellationToken.None))!.Number;

        var numbers = new List<int>();
        foreach (var user in (int[])[ImportHome.Ada, ImportHome.Bob, ImportHome.Bob, ImportHome.Ada]) numbers.Add(await AddAsync(user));
        Assert.Equal([1, 1, 2, 2], numbers);
        await store.CancelAsync(ImportHome.Ada, 2, CancellationToken.None);
        Assert.Equal(3, await AddAsync(ImportHome.Ada));

        Assert.Equal((ImportHome.Bob, 2), (await store.FindAsync(ImportHome.Bob, 2, CancellationToken.None)) is { } import
            ? (import.UserId, import.Number) : default);
        Assert.Null(await store.FindAsync(ImportHome.Ada, 2, CancellationToken.None));
    }

    [StoreFact]
    public async Task A_user_has_one_import_at_a_time_and_another_user_does_not_wait()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ExecuteAsync("INSERT INTO imports (user_id, status, created_at) SELECT user_id, 'QUEUED', now() FROM unnest(ARRAY[1, 1, 2]) AS queued (user_id)");
        var queue = home.Get<ImportQueue>();

        var claimed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => queue.ClaimAsync(CancellationToken.None)));

        Assert.All(claimed.OfType<ClaimedImport>().GroupBy(import => import.UserId), imports => Assert.Single(imports));
        while (await queue.ClaimAsync(CancellationToken.None) is { } next) claimed = [.. claimed, next];
        Assert.Equal([1, 2], claimed.OfType<ClaimedImport>().Select(import => import.UserId).Order());
    }

    [StoreFact]
    public async Task An_import_whose_process_is_gone_is_taken_over_and_the_old_run_can_end_nothing()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ExecuteAsync("INSERT INTO imports (user_id, status, created_at) VALUES (1, 'QUEUED', now())");
        var queue = home.Get<ImportQueue>();
        var old = await queue.ClaimAsync(CancellationToken.None);
        Assert.Null(await queue.ClaimAsync(CancellationToken.None));

        await home.ExecuteAsync("UPDATE imports SET lease_until = now() - interval '1 second'");
        var taken = await queue.ClaimAsync(CancellationToken.None);

        Assert.Equal((old!.Id, 2), (taken!.Id, taken.Attempt));
        Assert.False(await queue.RenewAsync(old, new ImportProgress(default, 0, 0, 0), CancellationToken.None));
        Assert.False(await queue.FailAsync(old, "late", CancellationToken.None));
        Assert.True(await queue.ReleaseAsync(taken, CancellationToken.None));
    }

    private static GivenFile Export(DateOnly lastDay)
    {
        var stream = new MemoryStream();
        DemoExport.Write(new DemoListener(4_000, seed: 3, lastDay).Plays(), lastDay, stream);
        return new GivenFile("export.zip", stream.ToArray());
    }
}
