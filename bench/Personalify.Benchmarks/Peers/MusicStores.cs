using Npgsql;
using Personalify.DevStack;
using StackExchange.Redis;

namespace Personalify.Benchmarks.Peers;

/// <summary>A PostgreSQL and a Redis of the measure's own, with the data in them.</summary>
internal sealed class MusicStores : IAsyncDisposable
{
    private const string Database = "music";

    private readonly PostgresServer _postgres;
    private readonly RedisServer _redis;

    private MusicStores(string folder, PostgresServer postgres, RedisServer redis) => (Folder, _postgres, _redis) = (folder, postgres, redis);

    /// <summary>For logs and request bodies; gone with this process.</summary>
    public string Folder { get; }

    /// <summary>In Npgsql's notation.</summary>
    public string Postgres => _postgres.ConnectionString(Database);

    public Uri PostgresAddress
    {
        get
        {
            var parts = new NpgsqlConnectionStringBuilder(Postgres);
            return new Uri($"postgres://{parts.Username}:{Uri.EscapeDataString(parts.Password!)}@{parts.Host}:{parts.Port}/{Database}");
        }
    }

    public Uri RedisAddress
    {
        get
        {
            var password = ConfigurationOptions.Parse(_redis.ConnectionString()).Password;
            return new Uri($"redis://:{password}@127.0.0.1:{_redis.Port}");
        }
    }

    public static async Task<MusicStores> StartAsync(CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var options = new PostgresOptions("PostgreSQL of the measure", Path.Combine(folder, "main"), FreePort.Next()) { IsDurable = false, SharedBuffersMegabytes = 512 };
        var postgres = await PostgresServer.StartAsync(options, Path.Combine(folder, "main.log"), cancellationToken);
        var redis = await RedisServer.StartAsync(FreePort.Next(), Path.Combine(folder, "redis.log"), cancellation: cancellationToken);
        var stores = new MusicStores(folder, postgres, redis);
        await stores.SeedAsync(cancellationToken);
        return stores;
    }

    /// <summary>The operation's request bodies as a file, one a line.</summary>
    public async Task<string> WriteBodiesAsync(Operation operation, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Folder, $"{operation.Name}.bodies");
        if (!File.Exists(file)) await File.WriteAllLinesAsync(file, operation.Bodies(), cancellationToken);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await _redis.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        await _postgres.EnsureDatabaseAsync(Database, cancellationToken);
        await using var source = NpgsqlDataSource.Create(Postgres);
        using var redis = await ConnectionMultiplexer.ConnectAsync(_redis.ConnectionString());
        await new MusicSeed(source, redis.GetDatabase()).WriteAsync(cancellationToken);
    }
}
