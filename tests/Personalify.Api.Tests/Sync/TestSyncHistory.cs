using System.Collections.Concurrent;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tests.Sync;

/// <summary>A history in memory that can be away, for tests of those who write to it.</summary>
internal sealed class TestSyncHistory : ISyncHistory
{
    private readonly ConcurrentDictionary<Guid, SyncRun> _runs = [];
    private readonly ConcurrentDictionary<(string, TimeRange), CurrentTops> _current = [];

    public bool IsAway { get; set; }

    public string StoreName => "memory";

    public IReadOnlyList<SyncRun> Runs => [.. _runs.Values.OrderBy(run => run.Id)];

    public Task SaveCurrentAsync(CurrentTops tops, CancellationToken cancellationToken)
    {
        Demand();
        _current.AddOrUpdate((tops.SpotifyId, tops.Lists.TimeRange), tops, (_, kept) => kept.RunId.CompareTo(tops.RunId) > 0 ? kept : tops);
        return Task.CompletedTask;
    }

    public Task<CurrentTops?> FindCurrentAsync(string spotifyId, TimeRange timeRange, CancellationToken cancellationToken)
    {
        Demand();
        return Task.FromResult(_current.GetValueOrDefault((spotifyId, timeRange)));
    }

    public Task AppendAsync(SyncRun run, CancellationToken cancellationToken)
    {
        Demand();
        _runs.TryAdd(run.Id, run);
        return Task.CompletedTask;
    }

    public Task<SyncRun?> FindAsync(int userId, Guid runId, CancellationToken cancellationToken)
    {
        Demand();
        return Task.FromResult(_runs.GetValueOrDefault(runId) is { } run && run.UserId == userId ? run : null);
    }

    public Task<IReadOnlyList<SyncRun>> ListAsync(
        int userId, Guid? olderThan, Guid? newerThan, int count, bool nearestToNewer, CancellationToken cancellationToken)
    {
        Demand();
        return Task.FromResult<IReadOnlyList<SyncRun>>([.. Runs.Reverse().Where(run => run.UserId == userId).Take(count)]);
    }

    public Task<int> CountAsync(int userId, CancellationToken cancellationToken) => Task.FromResult(_runs.Values.Count(run => run.UserId == userId));

    public Task ForgetAsync(int userId, string spotifyId, CancellationToken cancellationToken)
    {
        foreach (var run in Runs.Where(run => run.UserId == userId)) _runs.TryRemove(run.Id, out _);
        return Task.CompletedTask;
    }

    public Task<bool> PingAsync(CancellationToken cancellationToken) => Task.FromResult(!IsAway);

    private void Demand()
    {
        if (IsAway) throw new SyncHistoryUnavailableException("The history of the test is away.");
    }
}
