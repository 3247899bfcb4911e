using Personalify.DevStack;

namespace Personalify.Testing;

/// <summary>
/// The servers of a test run. <c>make test</c> starts one set and names it in the environment; without it this process
/// starts its own, each when it is first asked for, and ends them with itself.
/// </summary>
public static class TestServers
{
    private static readonly Lazy<Task<string>> Folder = new(() => TemporaryFolder.CreateAsync("personalify-test-"));
    private static readonly Lazy<Task<PostgresServer>> OwnMain = new(() => StartPostgresAsync("main"));
    private static readonly Lazy<Task<PostgresServer>> OwnStats = new(() => StartPostgresAsync("stats"));
    private static readonly Lazy<Task<RedisServer>> OwnRedis = new(StartRedisAsync);

    /// <summary>PostgreSQL node A, its database "postgres", as superuser.</summary>
    public static async Task<string> MainAsync() => Given(TestVariables.Main) ?? (await OwnMain.Value).ConnectionString("postgres");

    /// <summary>PostgreSQL node B, its database "postgres", as superuser.</summary>
    public static async Task<string> StatsAsync() => Given(TestVariables.Stats) ?? (await OwnStats.Value).ConnectionString("postgres");

    /// <summary>Redis, database 0.</summary>
    public static async Task<string> RedisAsync() => Given(TestVariables.Redis) ?? (await OwnRedis.Value).ConnectionString();

    internal static bool AreGiven => Given(TestVariables.Main) is not null && Given(TestVariables.Redis) is not null;

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static async Task<PostgresServer> StartPostgresAsync(string name)
    {
        var folder = await Folder.Value;
        var options = new PostgresOptions($"PostgreSQL {name} of the tests", Path.Combine(folder, name), FreePort.Next()) { IsDurable = false };
        return await PostgresServer.StartAsync(options, Path.Combine(folder, $"{name}.log"));
    }

    private static async Task<RedisServer> StartRedisAsync() =>
        await RedisServer.StartAsync(FreePort.Next(), Path.Combine(await Folder.Value, "redis.log"), TestVariables.RedisDatabases);
}
