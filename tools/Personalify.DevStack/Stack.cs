using System.Collections.Concurrent;

namespace Personalify.DevStack;

/// <summary>The stores of a stack: both PostgreSQL nodes, and Redis and MongoDB where the system has them.</summary>
internal sealed record StackStores(PostgresServer Main, PostgresServer Stats, RedisServer? Redis, MongoServer? Mongo);

/// <summary>Everything that runs: first the stores, then the applications, and stopped the other way round.</summary>
internal sealed class Stack(StackOptions options, StackFolder folder, StepReport report) : IAsyncDisposable
{
    private const int MainPort = 5082;
    private const int StatsPort = 5083;
    private const int RedisPort = 5084;
    private const int MongoPort = 5086;
    private const string MainDatabase = "personalify";
    private const string StatsDatabase = "personalify_stats";
    private static readonly string[] Dispensable = ["PostgreSQL stats", "Redis", "MongoDB", DemoSpotify.Name];
    private readonly ConcurrentBag<ServerProcess> _stores = [];
    private readonly ConcurrentBag<ServerProcess> _apps = [];

    public async Task<StackStores> StartStoresAsync(CancellationToken cancellation)
    {
        using var all = new StartTogether(cancellation);
        var main = all.Start(token => StartPostgresAsync("PostgreSQL main", "postgres-main", MainPort, PostgresOptions.GenerousBuffersMegabytes, MainDatabase, token));
        var stats = all.Start(token => StartPostgresAsync("PostgreSQL stats", "postgres-stats", StatsPort, 128, StatsDatabase, token));
        var redis = all.Start(StartRedisAsync);
        var mongo = all.Start(StartMongoAsync);
        await Task.WhenAll(main, stats, redis, mongo);
        return new StackStores(await main, await stats, await redis, await mongo);
    }

    /// <summary>The demo Spotify, which stands in where the person names no app at Spotify itself.</summary>
    public async Task<DemoSpotify?> StartDemoSpotifyAsync(CancellationToken cancellation)
    {
        if (DemoSpotify.IsLeftOut) return null;
        var app = await report.StepAsync(DemoSpotify.Name, () => FreePort.UseAsync(
            DemoSpotify.PreferredPort, port => AppProcess.StartAsync(DemoSpotify.Options(port, folder.Log("demo-spotify")), cancellation)));
        _apps.Add(app.Process);
        return new DemoSpotify(app.Address);
    }

    public async Task StartAppsAsync(AppOptions api, AppOptions web, CancellationToken cancellation)
    {
        using var all = new StartTogether(cancellation);
        await Task.WhenAll(all.Start(token => StartAppAsync(api, token)), all.Start(token => StartAppAsync(web, token)));
    }

    /// <summary>What the Api is told: where its stores are and where its files go.</summary>
    public Dictionary<string, string?> ApiEnvironment(StackStores stores) => new()
    {
        ["ConnectionStrings__Main"] = stores.Main.ConnectionString(MainDatabase),
        ["ConnectionStrings__Stats"] = stores.Stats.ConnectionString(StatsDatabase),
        ["ConnectionStrings__Redis"] = stores.Redis?.ConnectionString(),
        [StackOptions.MongoVariable] = StackOptions.GivenMongo ?? stores.Mongo?.ConnectionString(),
        ["Imports__DataPath"] = folder.Below("files"),
        ["DataProtection__KeysPath"] = folder.Below("keys-api"),
    };

    /// <summary>What the Web is told: where the Api answers, and where its keys lie, so that forms outlive a restart.</summary>
    public Dictionary<string, string?> WebEnvironment() => new()
    {
        ["Api__Url"] = options.GraphQL.ToString(),
        ["DataProtection__KeysPath"] = folder.Below("keys-web"),
        ["Covers__Path"] = folder.Below("covers"),
    };

    /// <summary>
    /// Waits until the stack is stopped; fails when a part of it ends by itself without which nothing is served. The others are missed
    /// in the table only.
    /// </summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        List<ServerProcess> running = [.. _stores, .. _apps];
        while (true)
        {
            var ended = await Task.WhenAny(running.Select(process => process.Exited)).WaitAsync(cancellation);
            var process = running.First(process => process.Exited == ended);
            if (!Dispensable.Contains(process.Name)) throw process.EndedUnexpectedly();
            running.Remove(process);
            await report.LineAsync(process.Name, "ended by itself; the rest goes on without it. The next start has it again.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_apps.Select(app => app.StopAsync()));
        await Task.WhenAll(_stores.Select(store => store.StopAsync()));
    }

    private Task<PostgresServer> StartPostgresAsync(
        string name, string folderName, int port, int megabytes, string database, CancellationToken cancellation) =>
        report.StepAsync(name, async () =>
        {
            var server = await FreePort.UseAsync(port, free => PostgresServer.StartAsync(
                new PostgresOptions(name, folder.Store(folderName), free) { SharedBuffersMegabytes = megabytes }, folder.Log(folderName), cancellation));
            _stores.Add(server.Process);
            await server.EnsureDatabaseAsync(database, cancellation);
            return server;
        });

    private async Task<RedisServer?> StartRedisAsync(CancellationToken cancellation)
    {
        if (RedisServer.Missing is { } reason)
        {
            await report.LineAsync("Redis", $"none. {reason} Until then the Api caches in its own process.");
            return null;
        }

        var redis = await report.StepAsync("Redis", () => FreePort.UseAsync(
            RedisPort, port => RedisServer.StartAsync(port, folder.Log("redis"), cancellation: cancellation)));
        _stores.Add(redis.Process);
        return redis;
    }

    /// <summary>None where the environment names another, and where the system has none: then PostgreSQL keeps the sync history.</summary>
    private async Task<MongoServer?> StartMongoAsync(CancellationToken cancellation)
    {
        if (StackOptions.GivenMongo is not null || !MongoServer.IsThere) return null;
        var mongo = await report.StepAsync("MongoDB", () => FreePort.UseAsync(
            MongoPort, port => MongoServer.StartAsync(port, folder.Store("mongo"), folder.Log("mongo"), cancellation)));
        _stores.Add(mongo.Process);
        return mongo;
    }

    private Task<AppProcess> StartAppAsync(AppOptions app, CancellationToken cancellation) => report.StepAsync(app.Name, async () =>
    {
        if (!FreePort.IsFree(app.Address.Port)) throw PortTaken(app);
        var started = await AppProcess.StartAsync(app, cancellation);
        _apps.Add(started.Process);
        return started;
    });

    private static DevStackException PortTaken(AppOptions app) => new(
        $"Port {app.Address.Port} of 127.0.0.1 is taken, so {app.Name} cannot start. Stop what listens there, or choose other ports in "
        + $"{StackOptions.WebPortVariable} and {StackOptions.ApiPortVariable}.");
}
