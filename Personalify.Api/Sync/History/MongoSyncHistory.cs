using MongoDB.Bson;
using MongoDB.Driver;
using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.History;

/// <summary>The history in MongoDB. Nothing else knows its driver.</summary>
internal sealed class MongoSyncHistory : ISyncHistory
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private readonly IMongoDatabase _database;
    private readonly IMongoCollection<BsonDocument> _current;
    private readonly IMongoCollection<BsonDocument> _runs;
    private readonly MongoIndexes _indexes;

    public MongoSyncHistory(string connectionString, SyncHistoryOptions options)
    {
        _database = MongoConnection.Open(connectionString);
        _current = _database.GetCollection<BsonDocument>("user_syncs");
        _runs = _database.GetCollection<BsonDocument>("sync_runs");
        _indexes = new MongoIndexes(_current, _runs, options.Keep);
    }

    public string StoreName => "MongoDB";

    /// <summary>
    /// Where the document is of a later run, the filter finds nothing, and the insertion that the upsert then tries meets its <c>_id</c>.
    /// The same happens when two runs write the first document at once; therefore a second attempt, which finds it.
    /// </summary>
    public async Task SaveCurrentAsync(CurrentTops tops, CancellationToken cancellationToken)
    {
        var document = MongoDocuments.Of(SyncHistoryBounds.Bounded(tops));
        var isSameOrEarlier = Where.Eq(MongoDocuments.Id, document[MongoDocuments.Id])
            & Where.Lte(MongoDocuments.RunId, document[MongoDocuments.RunId]);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            if (await WriteAsync(token => _current.ReplaceOneAsync(isSameOrEarlier, document, new ReplaceOptions { IsUpsert = true },
                token), cancellationToken))
                return;
        }
    }

    public async Task<CurrentTops?> FindCurrentAsync(int userId, string spotifyId, TimeRange timeRange, CancellationToken cancellationToken)
    {
        var filter = Where.Eq(MongoDocuments.Id, MongoDocuments.CurrentId(spotifyId, timeRange)) & OfUser(userId);
        return await ReadAsync(_current.Find(filter).Limit(1), cancellationToken) is [var found] ? MongoDocuments.ReadCurrent(found) : null;
    }

    public async Task<IReadOnlyList<CurrentTops>> ListCurrentAsync(int userId, CancellationToken cancellationToken)
    {
        var sorted = _current.Find(OfUser(userId)).Sort(Builders<BsonDocument>.Sort.Ascending(MongoDocuments.Id));
        return [.. (await ReadAsync(sorted, cancellationToken)).Select(MongoDocuments.ReadCurrent)];
    }

    public async Task AppendAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var document = MongoDocuments.Of(SyncHistoryBounds.Bounded(run));
        // A duplicate is the same run, whose first answer was lost.
        await WriteAsync(
            async token =>
            {
                await _runs.InsertOneAsync(document, options: null, token);
                return true;
            },
            cancellationToken);
    }

    public async Task<SyncRun?> FindAsync(int userId, Guid runId, CancellationToken cancellationToken)
    {
        var filter = Where.Eq(MongoDocuments.Id, MongoDocuments.Text(runId)) & OfUser(userId);
        return await ReadAsync(_runs.Find(filter).Limit(1), cancellationToken) is [var found] ? MongoDocuments.ReadRun(found) : null;
    }

    public async Task<IReadOnlyList<SyncRun>> ListAsync(
        int userId, Guid? olderThan, Guid? newerThan, int count, bool nearestToNewer, CancellationToken cancellationToken,
            bool onlyWithTops = false)
    {
        var filter = Runs(userId, onlyWithTops);
        if (olderThan is { } before) filter &= Where.Lt(MongoDocuments.Id, MongoDocuments.Text(before));
        if (newerThan is { } after) filter &= Where.Gt(MongoDocuments.Id, MongoDocuments.Text(after));
        var sort = Builders<BsonDocument>.Sort;
        var order = nearestToNewer ? sort.Ascending(MongoDocuments.Id) : sort.Descending(MongoDocuments.Id);
        var runs = (await ReadAsync(_runs.Find(filter).Sort(order).Limit(count), cancellationToken)).Select(MongoDocuments.ReadRun);
        return nearestToNewer ? [.. runs.Reverse()] : [.. runs];
    }

    public async Task<int> CountAsync(int userId, CancellationToken cancellationToken, bool onlyWithTops = false) =>
        (int)await MongoCalls.RunAsync(
        token => _runs.CountDocumentsAsync(Runs(userId, onlyWithTops), options: null, token), cancellationToken);

    public Task ForgetAsync(int userId, CancellationToken cancellationToken) => MongoCalls.RunAsync(
        async token =>
        {
            await _current.DeleteManyAsync(OfUser(userId), token);
            return await _runs.DeleteManyAsync(OfUser(userId), token);
        },
        cancellationToken);

    public Task MaintainAsync(CancellationToken cancellationToken) => MongoCalls.RunAsync(
        async token =>
        {
            await _indexes.MakeAsync(token);
            return true;
        },
        cancellationToken);

    public async Task<bool> PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await MongoCalls.RunAsync(
                token => _database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), readPreference: null, token),
                    cancellationToken);
            return true;
        }
        catch (SyncHistoryUnavailableException)
        {
            return false;
        }
    }

    private static FilterDefinition<BsonDocument> OfUser(int userId) => Where.Eq(MongoDocuments.UserId, userId);

    private static FilterDefinition<BsonDocument> Runs(int userId, bool onlyWithTops) =>
        onlyWithTops ? OfUser(userId) & Where.Eq(MongoDocuments.HasTops, true) : OfUser(userId);

    private static Task<List<BsonDocument>> ReadAsync(IFindFluent<BsonDocument, BsonDocument> find, CancellationToken cancellationToken) =>
        MongoCalls.RunAsync(token => find.ToListAsync(token), cancellationToken);

    /// <summary>Whether it was written; not, when a document with its <c>_id</c> is there.</summary>
    private static Task<bool> WriteAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        MongoCalls.RunAsync(
        async token =>
        {
            try
            {
                await write(token);
                return true;
            }
            catch (MongoException failure) when (MongoCalls.IsDuplicate(failure))
            {
                return false;
            }
        },
        cancellationToken);
}
