using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Hosting;

namespace Personalify.Api.Remote.NodeB;

/// <summary>
/// Knows whether node B answers, so that a field which needs it fails at once while it is away instead of waiting. Each look is one short
/// statement with a time limit of its own; when node B answers again, what is missing on it is made.
/// </summary>
public sealed class NodeBWatch(IServiceProvider services, IEnumerable<INodeBStep> steps, TimeProvider time, ILogger<NodeBWatch> log)
    : IDisposable
{
    /// <summary>How long node B has to answer a look.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(400);

    private readonly NpgsqlDataSource? _stats = services.GetKeyedService<NpgsqlDataSource>(StoresModule.Stats);
    private readonly SemaphoreSlim _turn = new(1);
    private bool _isPrepared;
    private NodeBStatus? _status;

    /// <summary>As of the last look.</summary>
    public NodeBStatus Status =>
        _status ?? new NodeBStatus(_stats is null ? NodeBState.NotConfigured : NodeBState.Away, null, time.GetUtcNow());

    /// <summary>Asks node B, and prepares it if it answers and is not prepared. Calls that come together wait for one another.</summary>
    public async Task<NodeBStatus> LookAsync(CancellationToken cancellationToken)
    {
        if (_stats is null) return Status;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await LookAsync(_stats, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether node B answers within a limit: tells a node B that has much to do with one statement from one that hangs.</summary>
    public async Task<bool> AnswersAsync(CancellationToken limit)
    {
        if (_stats is null) return false;
        try
        {
            return await FindReasonAsync(_stats, limit) is null;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A statement has waited too long: until the next look node B counts as away.</summary>
    public void ReportAway(string reason) => Set(NodeBState.Away, reason);

    public void Dispose() => _turn.Dispose();

    private async Task<NodeBStatus> LookAsync(NpgsqlDataSource stats, CancellationToken cancellationToken)
    {
        if (await FindReasonAsync(stats, cancellationToken) is { } reason)
        {
            _isPrepared = false; // What comes back may be another node B.
            return Set(NodeBState.Away, reason);
        }

        if (_isPrepared) return Set(NodeBState.Up, null);
        if (_status?.State != NodeBState.Preparing) Set(NodeBState.Preparing, null);
        var complaint = await PrepareAsync(cancellationToken);
        _isPrepared = complaint is null;
        return Set(complaint is null ? NodeBState.Up : NodeBState.Preparing, complaint);
    }

    /// <summary>
    /// Every step is tried, because what one of them lacks need not be missed by the others. Returns what they complain of.
    /// </summary>
    private async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        var complaints = new List<string>();
        foreach (var step in steps)
        {
            try
            {
                await step.RunAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is NodeBException or NpgsqlException or MigrationException or TimeoutException)
            {
                complaints.Add(failure.Message);
            }
        }

        return complaints.Count == 0 ? null : string.Join(' ', complaints);
    }

    private static async Task<string?> FindReasonAsync(NpgsqlDataSource stats, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await using var command = stats.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(limit.Token).WaitAsync(limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"Node B did not answer within {Limit.TotalMilliseconds:F0} ms.";
        }
        catch (NpgsqlException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Told to the log when it changes, not at each look.</summary>
    private NodeBStatus Set(NodeBState state, string? reason)
    {
        var former = _status;
        if (former is not null && former.State == state && former.Reason == reason) return former;
        if (reason is not null && former?.Reason != reason) log.StoreAway(StoresModule.Stats, reason);
        return _status = new NodeBStatus(state, reason, time.GetUtcNow());
    }
}

/// <summary>How node B stood at a moment.</summary>
/// <param name="State">Whether it answers.</param>
/// <param name="Reason">Why it does not, in a sentence.</param>
/// <param name="Since">Since when it stands so.</param>
public sealed record NodeBStatus(NodeBState State, string? Reason, DateTimeOffset Since);
