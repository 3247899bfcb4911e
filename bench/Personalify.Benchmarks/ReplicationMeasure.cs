using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// A large import on node A with a node B that follows it, over the same without one, in turns; and how long after its commit the
/// community's figures on node B have all of it. <c>REPLICATION_PLAYS</c> measures another size.
/// </summary>
internal sealed class ReplicationMeasure : IMeasure
{
    private const double TimeAllowed = 1.25;
    private const double SecondsAllowed = 10;
    private const int Rounds = 3;
    private const string Database = "personalify_stats";

    private static readonly int Plays =
        int.TryParse(Environment.GetEnvironmentVariable("REPLICATION_PLAYS"), CultureInfo.InvariantCulture, out var plays)
            ? plays : 1_000_000;

    public string Name => "replication";

    public string Description =>
        "an import of 1,000,000 plays with node B attached over one without, and the time until node B's figures have it";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var export = GeneratedExport.Write(folder, Plays);
        await using var stats = await StartStatsAsync(folder, cancellationToken);
        await using var source = NpgsqlDataSource.Create(stats.ConnectionString(Database));
        await using var alone = await ApiUnderTest.StartAsync(cancellationToken);
        await using var followed = await ApiUnderTest.StartAsync(
            cancellationToken,
            settings: new Dictionary<string, string?> { ["ConnectionStrings__Stats"] = stats.ConnectionString(Database) });
        await JoinAsync(followed, cancellationToken);
        List<(double Alone, double Followed, double Arrived)> seconds = [];
        for (var round = 0; round <= Rounds; round++)
        {
            seconds.Add(await RunRoundAsync(alone, followed, source, export, cancellationToken));
            await progress.WriteLineAsync(
                $"{(round == 0 ? "first of the processes" : $"{round} of {Rounds}")}: alone {seconds[^1].Alone:F2} s, followed "
                + $"{seconds[^1].Followed:F2} s, in the figures after {seconds[^1].Arrived:F2} s");
        }

        var (without, with) = (Median(seconds.Skip(1).Select(round => round.Alone)),
            Median(seconds.Skip(1).Select(round => round.Followed)));
        return
        [
            new($"{Plays:N0} plays: import", without, "s"),
            new($"{Plays:N0} plays: import with node B", with, "s"),
            new($"{Plays:N0} plays: with node B over without", with / without, "×", TimeAllowed),
            new($"{Plays:N0} plays: in node B's figures after the commit", Median(seconds.Skip(1).Select(round => round.Arrived)), "s",
                SecondsAllowed),
        ];
    }

    private static async Task<PostgresServer> StartStatsAsync(string folder, CancellationToken cancellationToken)
    {
        var options = new PostgresOptions("PostgreSQL stats of the measure", Path.Combine(folder, "stats"),
            FreePort.Next()) { IsDurable = false };
        var stats = await PostgresServer.StartAsync(options, Path.Combine(folder, "stats.log"), cancellationToken);
        await stats.EnsureDatabaseAsync(Database, cancellationToken);
        return stats;
    }

    private static async Task JoinAsync(ApiUnderTest api, CancellationToken cancellationToken)
    {
        await using var command = api.Source.CreateCommand("UPDATE users SET is_in_community = true");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<(double Alone, double Followed, double Arrived)> RunRoundAsync(
        ApiUnderTest alone, ApiUnderTest followed, NpgsqlDataSource stats, string export, CancellationToken cancellationToken)
    {
        var (first, second) = (new ImportRounds(alone), new ImportRounds(followed));
        await first.EmptyAsync(cancellationToken);
        await second.EmptyAsync(cancellationToken);
        await WaitForAsync(stats, plays: 0, cancellationToken);
        var without = await first.ImportAsync(export, cancellationToken);
        var with = await second.ImportAsync(export, cancellationToken);
        var committed = Stopwatch.GetTimestamp();
        await WaitForAsync(stats, await CountAsync(followed, cancellationToken), cancellationToken);
        return (without, with, Stopwatch.GetElapsedTime(committed).TotalSeconds);
    }

    private static async Task<long> CountAsync(ApiUnderTest api, CancellationToken cancellationToken)
    {
        await using var command = api.Source.CreateCommand("SELECT count(*) FROM plays WHERE ms_played >= 30000 AND NOT is_superseded");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Until the figures count as many; where node B is not set up yet there is no table of them.</summary>
    private static async Task WaitForAsync(NpgsqlDataSource stats, long plays, CancellationToken cancellationToken)
    {
        await using var ready = stats.CreateCommand("SELECT to_regclass('community.listeners') IS NOT NULL");
        while (await ready.ExecuteScalarAsync(cancellationToken) is not true) await Task.Delay(10, cancellationToken);
        await using var command = stats.CreateCommand("SELECT count(*) = 1 AND coalesce(sum(plays), 0) = $1 FROM community.listeners");
        command.Parameters.Add(new NpgsqlParameter { Value = plays });
        while (await command.ExecuteScalarAsync(cancellationToken) is not true) await Task.Delay(10, cancellationToken);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
