using Personalify.Api.Caching;
using Personalify.GraphQL.Execution;
using StackExchange.Redis;

namespace Personalify.Api.OperationDocuments;

/// <summary>
/// Documents that the operator has published in Redis, by name or by hash. They have no lifetime; the files that they were published from are the record.
/// While Redis is away none of them is known.
/// </summary>
public sealed class RedisOperationDocumentStorage(RedisGate gate) : IOperationDocumentStorage
{
    public const string KeyPrefix = "personalify:documents:";

    public async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken)
    {
        var value = await gate.CallAsync(database => database.StringGetAsync(KeyPrefix + id.Value), RedisValue.Null, cancellationToken);
        return value.IsNullOrEmpty ? null : (ReadOnlyMemory<byte>?)(byte[])value!;
    }

    /// <returns>Whether Redis has it now.</returns>
    public Task<bool> PublishAsync(OperationDocumentId id, byte[] document, CancellationToken cancellationToken) =>
        gate.CallAsync(database => database.StringSetAsync(KeyPrefix + id.Value, document), fallback: false, cancellationToken);
}
