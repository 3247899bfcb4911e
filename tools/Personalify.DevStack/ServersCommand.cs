using System.Diagnostics;

namespace Personalify.DevStack;

/// <summary>Starts the stores in a temporary folder, runs a command that finds them in its environment, and stops them.</summary>
internal static class ServersCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-servers-");
        var main = StartPostgresAsync("main", folder, cancellation);
        var stats = StartPostgresAsync("stats", folder, cancellation);
        var redis = FreePort.UseAsync(FreePort.Next(), port => RedisServer.StartAsync(
            port, Path.Combine(folder, "redis.log"), TestVariables.RedisDatabases, cancellation: cancellation));
        await using var startedMain = await main;
        await using var startedStats = await stats;
        await using var startedRedis = await redis;
        return await RunAsync(command, new Dictionary<string, string?>
        {
            [TestVariables.Main] = startedMain.ConnectionString("postgres"),
            [TestVariables.Stats] = startedStats.ConnectionString("postgres"),
            [TestVariables.Redis] = startedRedis.ConnectionString(),
        }, cancellation);
    }

    private static Task<PostgresServer> StartPostgresAsync(string name, string folder, CancellationToken cancellation) =>
        FreePort.UseAsync(FreePort.Next(), port => PostgresServer.StartAsync(
            new PostgresOptions($"PostgreSQL {name}", Path.Combine(folder, name), port) { IsDurable = false, MaxConnections = 400,
                MaxReplication = 64 },
            Path.Combine(folder, $"{name}.log"),
            cancellation));

    // The command shares terminal and process group, so that Ctrl-C reaches it; a cancellation from elsewhere is passed on.
    private static async Task<int> RunAsync(IReadOnlyList<string> command, Dictionary<string, string?> environment, CancellationToken cancellation)
    {
        string[] line = OperatingSystem.IsLinux() ? ["setpriv", .. ServerCommand.DiesWithParent, .. command] : [.. command];
        var start = new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = await ProcessStarter.StartAsync(start);
        await using var stop = cancellation.Register(() => Libc.Kill(process.Id, Libc.SignalTerminate));
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
