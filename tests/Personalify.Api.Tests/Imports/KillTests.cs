using System.Diagnostics;
using Personalify.Api.Imports;
using Personalify.Api.Imports.Demo;
using Personalify.Testing;
using Xunit.Abstractions;

namespace Personalify.Api.Tests.Imports;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Plays = 12_000;

    /// <summary>Kills that come too late do not count, so on a machine of another speed there could be any number of them.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [StoreFact]
    public async Task An_import_killed_twenty_times_ends_with_the_same_rows()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var export = Export();
        await using var undisturbed = await ImportHome.CreateAsync();
        var seconds = (await undisturbed.ImportAsync(export)).Seconds;
        await using var home = await ImportHome.CreateAsync();
        var id = await QueueAsync(home, export);

        var random = new Random(seed);
        var started = Stopwatch.GetTimestamp();
        for (var (kills, share) = (0, 0.7); kills < Kills;)
        {
            var elapsed = Stopwatch.GetElapsedTime(started);
            Assert.True(
                elapsed < Limit, $"After {elapsed.TotalSeconds:0} s only {kills} of {Kills} kills have hit a running import; seed {seed}.");
            await RunAndKillAsync(home, id, TimeSpan.FromSeconds(random.NextDouble() * seconds * share));
            if (await StatusAsync(home, id) != "COMPLETED") kills++;
            else (id, share) = (await StartOverAsync(home, id, export), share * 0.8);
        }
        await using var last = ApiProcess.Serve(home);
        await Eventually.IsTrueAsync(async () => await StatusAsync(home, id) == "COMPLETED", "the import completes", TimeSpan.FromMinutes(2));

        output.WriteLine($"attempts: {await home.ReadAsync<string>("SELECT string_agg(attempts::text, ', ' ORDER BY id) FROM imports")}");
        Assert.Equal(await undisturbed.DumpAsync(), await home.DumpAsync());
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    /// <summary>A server takes the import up and is killed so long after.</summary>
    private static async Task RunAndKillAsync(ImportHome home, int id, TimeSpan after)
    {
        var attempts = await home.ReadAsync<int>($"SELECT attempts FROM imports WHERE id = {id}");
        await using var api = ApiProcess.Serve(home);
        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<int>($"SELECT attempts FROM imports WHERE id = {id}") > attempts, "a server takes the import up", TimeSpan.FromMinutes(1));
        await Task.Delay(after);
        await api.KillAsync();
    }

    /// <summary>
    /// The kill came too late: takes the import back and queues it again, so that every kill that counts hits a running import.
    /// </summary>
    private static async Task<int> StartOverAsync(ImportHome home, int id, GivenFile export)
    {
        await home.UndoAsync(id);
        return await QueueAsync(home, export);
    }

    private static async Task<int> QueueAsync(ImportHome home, GivenFile file)
    {
        var import = await home.Get<ImportStore>().CreateAsync(ImportHome.Ada, new ImportFile(file.Name, file.Content.Length), maxUnstarted: 1, CancellationToken.None);
        var incoming = home.Save(file);
        home.Get<UploadFolder>().Keep(path => File.Move(incoming, path), import!.Id, 0);
        await home.Get<ImportStore>().StartAsync(ImportHome.Ada, import.Id, preview: false, CancellationToken.None);
        return import.Id;
    }

    private static Task<string> StatusAsync(ImportHome home, int id) => home.ReadAsync<string>($"SELECT status FROM imports WHERE id = {id}");

    private static GivenFile Export()
    {
        var (stream, day) = (new MemoryStream(), new DateOnly(2025, 6, 30));
        DemoExport.Write(new DemoListener(Plays, seed: 3, day).Plays(), day, stream);
        return new GivenFile("export.zip", stream.ToArray());
    }
}
