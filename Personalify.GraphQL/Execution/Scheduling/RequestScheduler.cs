using System.Runtime.CompilerServices;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Runs the resolvers of one request and decides when its batches are fetched: when everything that could still add a key
/// waits for keys. It knows, because it counts: it sees every resolver start, wait for loads, continue and end.
/// </summary>
/// <remarks>
/// One thread at a time runs the loop; who runs it may change at every wait. A load that comes from the loop's own thread is
/// attributed to the job that the loop runs, which holds in a resolver's first synchronous part and whenever a load continues it. A load that comes
/// after other I/O has no known caller and counts as one resolver that waits: the worst that this can do is to split a batch.
/// </remarks>
internal sealed partial class RequestScheduler(TimeSpan deadline, TimeProvider time, DataLoaderDiagnosticEventListener? listener, RequestLifetime lifetime)
    : IBatchScheduler, IThreadPoolWorkItem
{
    /// <summary>The caller of a load that nobody can be held to.</summary>
    private static readonly object Unknown = new();

    [ThreadStatic]
    private static RequestScheduler? _loopOfThread;

    /// <summary>The job whose code runs in the loop right now. Belongs to the loop, like all state of jobs.</summary>
    private Job? _job;

    private Queue<IWorkItem>? _ready;
    private Inbox<IWorkItem> _arrived;
    private Inbox<PendingBatch> _pending;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TaskCompletionSource? _completion;
    private Exception? _failure;
    private bool _isIdle = true;
    private int _signals;
    private int _incomplete;
    private int _running;
    private int _unknownWaiting;
    private int _unknownLoads;

    /// <inheritdoc />
    public CancellationToken RequestAborted => lifetime.Token;

    /// <inheritdoc />
    public DataLoaderDiagnosticEventListener? DiagnosticEventListener { get; } = listener;

    private bool IsLooping => _loopOfThread == this;

    /// <summary>Runs an item and everything that comes of it, batches included. Completed at once when nothing had to be waited for.</summary>
    public Task RunAsync(IWorkItem first)
    {
        _isIdle = false;
        _completion = null;
        if (Interlocked.Increment(ref _signals) == 1) Loop(first);
        else Post(first);
        lock (this)
        {
            if (_failure is not null) return Task.FromException(_failure);
            if (_isIdle) return Task.CompletedTask;
            _completion = new TaskCompletionSource();
            return _completion.Task;
        }
    }

    /// <summary>Lets the loop run an item, now if this thread is the loop's or the loop rests.</summary>
    public void Post(IWorkItem item)
    {
        if (IsLooping)
        {
            (_ready ??= new Queue<IWorkItem>()).Enqueue(item);
            return;
        }

        _arrived.Enqueue(item);
        Signal(mayRunHere: _loopOfThread is null && RuntimeHelpers.TryEnsureSufficientExecutionStack());
    }

    /// <inheritdoc />
    public void Schedule(PendingBatch batch)
    {
        _pending.Enqueue(batch);
        if (!IsLooping) Signal(mayRunHere: false);
    }

    /// <inheritdoc />
    public void Suspend(PendingLoad load)
    {
        if (IsLooping && _job is { IsOver: false } job)
        {
            load.Caller = job;
            if (job.PendingLoads++ == 0 && !job.IsBystander) _running--;
            job.IsBystander = false;
            return;
        }

        load.Caller = Unknown;
        Interlocked.Increment(ref _unknownLoads);
        Interlocked.Increment(ref _unknownWaiting);
        if (!IsLooping) Signal(mayRunHere: false);
    }

    /// <inheritdoc />
    public void Resume(PendingLoad load) => Post(new AbandonedLoad(this, load));

    /// <summary>Counts the caller as running before it continues, so that what it loads next is attributed to it.</summary>
    public void Continue(PendingLoad load)
    {
        if (load.Caller is Job job)
        {
            if (--job.PendingLoads == 0 && !job.IsOver) _running++;
            _job = job;
        }
        else
        {
            Interlocked.Decrement(ref _unknownWaiting);
        }

        load.Complete();
        _job = null;
    }

    /// <summary>A job starts on this thread; until <see cref="Leave"/> what is loaded here is loaded by it.</summary>
    public void Begin(Job job)
    {
        _incomplete++;
        _running++;
        _job = job;
    }

    /// <summary>The job's synchronous part has returned.</summary>
    public void Leave() => _job = null;

    public void End(Job job)
    {
        job.IsOver = true;
        _incomplete--;
        if (job.PendingLoads == 0 && !job.IsBystander) _running--;
    }

    /// <summary>The job goes on, but nobody needs to wait for loads of it.</summary>
    public void StandBy(Job job)
    {
        if (job.PendingLoads > 0) return;
        job.IsBystander = true;
        _running--;
    }

    void IThreadPoolWorkItem.Execute() => LoopInContext();
}
