using System.Collections.Concurrent;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tests.Sync;

/// <summary>The history in PostgreSQL, which can be made to be away, and shows which runs it took.</summary>
internal sealed class TestSyncHistory : ISyncHistory
{
    private readonly ConcurrentDictionary<Guid, SyncRun> _runs = [];
    private ISyncHistory? _store;

    public bool IsAway { get; set; }

    public string StoreName => Store.StoreName;

    public IReadOnlyList<SyncRun> Runs => [.. _runs.Values.OrderBy(run => run.Id)];

    private ISyncHistory Store => IsAway ? throw new SyncHistoryUnavailableException("The history of the test is away.") : _store!;

    public TestSyncHistory Over(ISyncHistory store)
    {
        _store = store;
        return this;
    }

    public Task SaveCurrentAsync(CurrentTops tops, CancellationToken cancellationToken) => Store.SaveCurrentAsync(tops, cancellationToken);

    public Task<CurrentTops?> FindCurrentAsync(int userId, string spotifyId, TimeRange timeRange, CancellationToken cancellationToken) =>
        Store.FindCurrentAsync(userId, spotifyId, timeRange, cancellationToken);

    public Task<IReadOnlyList<CurrentTops>> ListCurrentAsync(int userId, CancellationToken cancellationToken) =>
        Store.ListCurrentAsync(userId, cancellationToken);

    public async Task AppendAsync(SyncRun run, CancellationToken cancellationToken)
    {
        await Store.AppendAsync(run, cancellationToken);
        _runs.TryAdd(run.Id, run);
    }

    public Task<SyncRun?> FindAsync(int userId, Guid runId, CancellationToken cancellationToken) =>
        Store.FindAsync(userId, runId, cancellationToken);

    public Task<IReadOnlyList<SyncRun>> ListAsync(
        int userId, Guid? olderThan, Guid? newerThan, int count, bool nearestToNewer, CancellationToken cancellationToken,
        bool onlyWithTops = false) =>
        Store.ListAsync(userId, olderThan, newerThan, count, nearestToNewer, cancellationToken, onlyWithTops);

    public Task<int> CountAsync(int userId, CancellationToken cancellationToken, bool onlyWithTops = false) =>
        Store.CountAsync(userId, cancellationToken, onlyWithTops);

    public Task ForgetAsync(int userId, CancellationToken cancellationToken) => Store.ForgetAsync(userId, cancellationToken);

    public Task MaintainAsync(CancellationToken cancellationToken) => Store.MaintainAsync(cancellationToken);

    public Task<bool> PingAsync(CancellationToken cancellationToken) =>
        IsAway ? Task.FromResult(false) : Store.PingAsync(cancellationToken);
}
