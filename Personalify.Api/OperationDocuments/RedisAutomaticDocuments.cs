using Personalify.Api.Caching;
using Personalify.GraphQL.Execution;
using StackExchange.Redis;

namespace Personalify.Api.OperationDocuments;

/// <summary>
/// Documents that clients have added by their hash, shared by all processes: a few in this process, in front of more in Redis. There each has a lifetime, and the
/// oldest makes room when there are too many. While Redis is away a document that came to another process is not known, and its
/// client sends it once more.
/// </summary>
public sealed class RedisAutomaticDocuments(RedisGate gate, TimeProvider time, OperationDocumentOptions options) : IAutomaticOperationDocumentStorage
{
    public const string KeyPrefix = "personalify:automatic-documents:";
    private const string ByAge = "personalify:automatic-documents";
    private readonly InMemoryOperationDocumentStorage _here = new(options.MaxAutomaticDocuments);

    public async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken)
    {
        if (await _here.TryReadAsync(id, cancellationToken) is { } known) return known;
        var value = await gate.CallAsync(database => database.StringGetAsync(KeyPrefix + id.Value), RedisValue.Null, cancellationToken);
        if (value.IsNullOrEmpty || (byte[])value! is not { } document || !id.Matches(document)) return null;
        await _here.SaveAsync(id, document, cancellationToken);
        return document;
    }

    public async ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        await _here.SaveAsync(id, document, cancellationToken);
        var surplus = await gate.CallAsync(database => WriteAsync(database, id, document.ToArray()), fallback: [], cancellationToken);
        if (surplus.Length > 0) await gate.CallAsync(database => RemoveAsync(database, surplus), fallback: 0L, cancellationToken);
    }

    /// <summary>Writes the document and its age; returns those that are too many now.</summary>
    private async Task<RedisValue[]> WriteAsync(IDatabase database, OperationDocumentId id, byte[] document)
    {
        var batch = database.CreateBatch();
        var written = batch.StringSetAsync(KeyPrefix + id.Value, document, options.AutomaticLifetime);
        var listed = batch.SortedSetAddAsync(ByAge, id.Value, time.GetUtcNow().ToUnixTimeMilliseconds());
        var prolonged = batch.KeyExpireAsync(ByAge, options.AutomaticLifetime);
        var surplus = batch.SortedSetRangeByRankAsync(ByAge, 0, -options.MaxAutomaticDocuments - 1);
        batch.Execute();
        await Task.WhenAll(written, listed, prolonged);
        return await surplus;
    }

    private static async Task<long> RemoveAsync(IDatabase database, RedisValue[] ids)
    {
        await database.KeyDeleteAsync([.. ids.Select(id => (RedisKey)(KeyPrefix + (string)id!))]);
        return await database.SortedSetRemoveAsync(ByAge, ids);
    }
}
