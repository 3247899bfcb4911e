using MongoDB.Driver;
using Personalify.Api.Sync.History;
using Personalify.Testing;

namespace Personalify.Api.Tests.Sync.History;

/// <summary>
/// The contract through MongoDB.Driver: on the server of <c>MONGO_URL</c> where that is set, otherwise on the stand-in, which is no mongod.
/// </summary>
public sealed class MongoSyncHistoryTests(MongoServerFixture server) : SyncHistoryContractTests, IClassFixture<MongoServerFixture>
{
    private readonly string _database = $"personalify_test_{Guid.NewGuid():N}";

    private protected override ISyncHistory History => KeepingDays(0);

    public override Task InitializeAsync() => Task.CompletedTask;

    public override async Task DisposeAsync()
    {
        using var client = new MongoClient(server.ConnectionString(_database));
        await client.DropDatabaseAsync(_database);
    }

    [MongoFact]
    public async Task Indexes_are_made_and_the_age_of_runs_follows_the_settings()
    {
        foreach (var days in (int[])[30, 7, 7])
        {
            await KeepingDays(days).MaintainAsync(default);
            Assert.Equal(["_id_", "finished_at_ttl", "user_id_newest", "user_id_tops_newest"], await IndexesAsync("sync_runs"));
            Assert.Equal(days * 86_400, await AgeAsync());
        }

        await History.MaintainAsync(default);
        Assert.DoesNotContain("finished_at_ttl", await IndexesAsync("sync_runs"));
        Assert.Equal(["_id_", "spotify_id_time_range", "user_id"], await IndexesAsync("user_syncs"));
    }

    private protected override ISyncHistory KeepingDays(int days) =>
        new MongoSyncHistory(server.ConnectionString(_database), new SyncHistoryOptions { KeepDays = days });

    private async Task<List<string>> IndexesAsync(string collection) =>
        [.. (await ListAsync(collection)).Select(index => index["name"].AsString).Order(StringComparer.Ordinal)];

    private async Task<int> AgeAsync() =>
        (await ListAsync("sync_runs")).Single(index => index["name"] == "finished_at_ttl")["expireAfterSeconds"].ToInt32();

    private async Task<List<MongoDB.Bson.BsonDocument>> ListAsync(string collection)
    {
        using var client = new MongoClient(server.ConnectionString(_database));
        using var cursor = await client.GetDatabase(_database).GetCollection<MongoDB.Bson.BsonDocument>(collection).Indexes.ListAsync();
        return await cursor.ToListAsync();
    }
}

/// <summary>The server of a test class, shared by its tests.</summary>
public sealed class MongoServerFixture : IAsyncLifetime
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("MONGO_URL") is { Length: > 0 } url ? url : null;
    private MongoLite? _lite;

    public string ConnectionString(string database) =>
        Given is null ? _lite!.ConnectionString(database) : new MongoUrlBuilder(Given) { DatabaseName = database }.ToString();

    public async Task InitializeAsync()
    {
        if (Given is null && MongoLite.Missing is null) _lite = await MongoLite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_lite is not null) await _lite.DisposeAsync();
    }
}
