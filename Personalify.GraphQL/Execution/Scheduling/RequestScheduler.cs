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

    /// <summary>Which of its calls that is.</summary>
    private int _call;

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
        if (IsLooping && _job is { } job && !job.StateOf(_call).IsOver) Suspend(load, job);
        else SuspendUnknown(load);
    }

    private void Suspend(PendingLoad load, Job job)
    {
        (load.Caller, load.Call) = (job, _call);
        ref var state = ref job.StateOf(_call);
        if (state.PendingLoads++ == 0 && !state.IsBystander) _running--;
        state.IsBystander = false;
    }

    private void SuspendUnknown(PendingLoad load)
    {
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
            ref var state = ref job.StateOf(load.Call);
            if (--state.PendingLoads == 0 && !state.IsOver) _running++;
            (_job, _call) = (job, load.Call);
        }
        else
        {
            Interlocked.Decrement(ref _unknownWaiting);
        }

        load.Complete();
        _job = null;
    }

    /// <summary>A call of a job starts on this thread; until <see cref="Leave"/> what is loaded here is loaded by it.</summary>
    public void Begin(Job job, int call = 0)
    {
        _incomplete++;
        _running++;
        (_job, _call) = (job, call);
    }

    /// <summary>The call's synchronous part has returned.</summary>
    public void Leave() => _job = null;

    public void End(Job job, int call = 0)
    {
        ref var state = ref job.StateOf(call);
        state.IsOver = true;
        _incomplete--;
        if (state.PendingLoads == 0 && !state.IsBystander) _running--;
    }

    /// <summary>The call goes on, but nobody needs to wait for loads of it.</summary>
    public void StandBy(Job job, int call = 0)
    {
        ref var state = ref job.StateOf(call);
        if (state.PendingLoads > 0) return;
        state.IsBystander = true;
        _running--;
    }

    /// <summary>Something is to come that is no call of its own: the request does not end before <see cref="Release"/>.</summary>
    public void Hold() => _incomplete++;

    /// <summary>It has come.</summary>
    public void Release() => _incomplete--;

    void IThreadPoolWorkItem.Execute() => LoopInContext();
}
