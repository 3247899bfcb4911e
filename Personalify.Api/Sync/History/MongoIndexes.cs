using MongoDB.Bson;
using MongoDB.Driver;

namespace Personalify.Api.Sync.History;

/// <summary>
/// The indexes of both collections. Making one that is there does nothing; only the one that ends runs changes with the settings.
/// </summary>
internal sealed class MongoIndexes(IMongoCollection<BsonDocument> current, IMongoCollection<BsonDocument> runs, TimeSpan? keep)
{
    private const string EndOfRuns = "finished_at_ttl";

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var keys = Builders<BsonDocument>.IndexKeys;
        await current.Indexes.CreateManyAsync(
            [
                Index(keys.Ascending(MongoDocuments.SpotifyId).Ascending(MongoDocuments.TimeRange), "spotify_id_time_range"),
                Index(keys.Ascending(MongoDocuments.UserId), "user_id"),
            ],
            cancellationToken);
        await runs.Indexes.CreateManyAsync(
            [
                Index(keys.Ascending(MongoDocuments.UserId).Descending(MongoDocuments.Id), "user_id_newest"),
                Index(keys.Ascending(MongoDocuments.UserId).Ascending(MongoDocuments.HasTops).Descending(MongoDocuments.Id),
                    "user_id_tops_newest"),
            ],
            cancellationToken);
        await MakeEndAsync(cancellationToken);
    }

    private static CreateIndexModel<BsonDocument> Index(IndexKeysDefinition<BsonDocument> keys, string name) =>
        new(keys, new CreateIndexOptions { Name = name });

    /// <summary>MongoDB itself removes runs that are older. An index of another age cannot be changed in place by createIndexes.</summary>
    private async Task MakeEndAsync(CancellationToken cancellationToken)
    {
        using var cursor = await runs.Indexes.ListAsync(cancellationToken);
        var found = (await cursor.ToListAsync(cancellationToken)).FirstOrDefault(index => index["name"] == EndOfRuns);
        var age = found?.GetValue("expireAfterSeconds", BsonNull.Value) is { IsNumeric: true } seconds
            ? TimeSpan.FromSeconds(seconds.ToDouble())
            : (TimeSpan?)null;
        if (age == keep) return;
        if (found is not null) await runs.Indexes.DropOneAsync(EndOfRuns, cancellationToken);
        if (keep is null) return;
        await runs.Indexes.CreateOneAsync(
            new CreateIndexModel<BsonDocument>(
                Builders<BsonDocument>.IndexKeys.Ascending(MongoDocuments.FinishedAt),
                new CreateIndexOptions { Name = EndOfRuns, ExpireAfter = keep }),
            cancellationToken: cancellationToken);
    }
}
