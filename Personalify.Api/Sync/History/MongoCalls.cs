using System.Diagnostics.Metrics;
using MongoDB.Driver;
using Personalify.Api.Hosting;

namespace Personalify.Api.Sync.History;

/// <summary>
/// One call to MongoDB, bounded in time. A connection that breaks, or a server that is no longer the primary, is tried once more: every
/// call of the history can be repeated without harm. What then still fails is one exception with a sentence that names the store.
/// </summary>
internal static class MongoCalls
{
    private static readonly Counter<long> Calls =
        ApiTelemetry.Meter.CreateCounter<long>("personalify.sync_history.calls", "{call}", "Calls to MongoDB, by how they ended.");

    /// <summary>For both attempts together.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);

    private const string WayOut =
        "The sync history is not lost; try again. If it stays so, look whether the server of ConnectionStrings:Mongo runs and is reached "
        + "from here.";

    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(Limit);
        try
        {
            var result = await TwiceAsync(call, bound.Token);
            Calls.Add(1, new KeyValuePair<string, object?>("outcome", "answered"));
            return result;
        }
        catch (Exception failure) when (IsAway(failure, cancellationToken))
        {
            Calls.Add(1, new KeyValuePair<string, object?>("outcome", "away"));
            throw new SyncHistoryUnavailableException($"MongoDB, which keeps the sync history, {What(failure)}. {WayOut}", failure);
        }
    }

    public static bool IsDuplicate(MongoException failure) => failure switch
    {
        MongoWriteException write => write.WriteError?.Category == ServerErrorCategory.DuplicateKey,
        MongoCommandException { Code: 11000 } or MongoDuplicateKeyException => true,
        _ => false,
    };

    private static async Task<T> TwiceAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken);
        }
        catch (MongoException failure) when (IsPassing(failure))
        {
            return await call(cancellationToken);
        }
    }

    /// <summary>Whether another attempt may find the connection new or another primary.</summary>
    private static bool IsPassing(MongoException failure) =>
        failure is MongoNotPrimaryException or MongoNodeIsRecoveringException
        || failure is MongoConnectionException and not MongoAuthenticationException
        || failure.HasErrorLabel("RetryableWriteError");

    private static bool IsAway(Exception failure, CancellationToken caller) =>
        failure is MongoException or TimeoutException || failure is OperationCanceledException && !caller.IsCancellationRequested;

    private static string What(Exception failure) => failure switch
    {
        MongoAuthenticationException => "refuses the login of ConnectionStrings:Mongo",
        TimeoutException or OperationCanceledException or MongoExecutionTimeoutException => "does not answer in time",
        MongoNotPrimaryException or MongoNodeIsRecoveringException => "has no primary at the moment",
        MongoConnectionException => "cannot be reached",
        MongoWriteConcernException => "could not confirm a write by the majority of its servers in time",
        _ => "refused what it was asked",
    };
}
