using Personalify.DevStack;
using StackExchange.Redis;

namespace Personalify.Testing;

/// <summary>An empty Redis database for one test class. The server itself hands out the numbers, so that processes share it.</summary>
public sealed class TestRedis : IAsyncDisposable
{
    private static readonly Lazy<Task<ConnectionMultiplexer>> Shared = new(ConnectAsync);

    private TestRedis(int number, string connectionString) => (Number, ConnectionString) = (number, connectionString);

    public int Number { get; }

    public string ConnectionString { get; }

    public static async Task<TestRedis> CreateAsync()
    {
        var number = (int)await (await Shared.Value).GetDatabase(0).StringIncrementAsync("databases");
        if (number >= TestVariables.RedisDatabases) throw new InvalidOperationException($"All {TestVariables.RedisDatabases} Redis databases of this run are taken.");
        return new TestRedis(number, ForDatabase(await TestServers.RedisAsync(), number));
    }

    /// <summary>The database itself, to see what is in it.</summary>
    public async Task<IDatabase> DatabaseAsync() => (await Shared.Value).GetDatabase(Number);

    public async ValueTask DisposeAsync() => await (await DatabaseAsync()).ExecuteAsync("FLUSHDB");

    private static async Task<ConnectionMultiplexer> ConnectAsync() =>
        await ConnectionMultiplexer.ConnectAsync(
            await TestServers.RedisAsync(), options => options.AllowAdmin = true); // to empty a database

    private static string ForDatabase(string server, int number)
    {
        var options = ConfigurationOptions.Parse(server);
        options.DefaultDatabase = number;
        return options.ToString(includePassword: true);
    }
}
