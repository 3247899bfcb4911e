using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL.Execution;

/// <content>The loop: run what is ready; when nothing is, fetch all pending batches; when nothing is left, be done.</content>
internal sealed partial class RequestScheduler
{
    /// <summary>The deadline passes in parts: a process that stood still for long has seen one of them go by, not all.</summary>
    private const int DeadlineTicks = 8;

    private ITimer? _timer;
    private bool _isTimerSet;
    private int _ticks;
    private int _progress;
    private int _progressAtTick;

    /// <summary>Changes whenever anything moves: an item of the loop, or a load from outside of it.</summary>
    private int Progress => _progress + Volatile.Read(ref _unknownLoads);

    private void Signal(bool mayRunHere)
    {
        if (Interlocked.Increment(ref _signals) != 1) return;
        if (mayRunHere) LoopInContext();
        else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void LoopInContext()
    {
        // Whoever completed the I/O has a context of its own; resolvers see the request's, with its HttpContext and Activity.
        if (_context is null) Loop();
        else ExecutionContext.Run(_context, static scheduler => ((RequestScheduler)scheduler!).Loop(), this);
    }

    /// <summary>Entered by whoever raised <c>_signals</c> from zero; everyone else only raises it.</summary>
    /// <param name="first">What to begin with, where the loop has rested and so belongs to this thread: it needs not arrive.</param>
    private void Loop(IWorkItem? first = null)
    {
        var (outerLoop, outerContext) = (_loopOfThread, SynchronizationContext.Current);
        _loopOfThread = this;
        // A synchronization context would move continuations to other threads and break the attribution of loads.
        if (outerContext is not null) SynchronizationContext.SetSynchronizationContext(null);
        if (first is not null) Run(first);
        bool isIdle;
        int seen;
        do
        {
            seen = Volatile.Read(ref _signals);
            isIdle = Drain();
        }
        while (Interlocked.Add(ref _signals, -seen) != 0);

        _loopOfThread = outerLoop;
        if (outerContext is not null) SynchronizationContext.SetSynchronizationContext(outerContext);
        if (isIdle) Finish();
    }

    /// <summary>Returns whether nothing is left to wait for.</summary>
    private bool Drain()
    {
        do
        {
            while (TryTakeReady(out var item) || _arrived.TryDequeue(out item)) Run(item);
        }
        while (DispatchWhenDue());

        var isIdle = (_incomplete == 0 && _pending.IsEmpty) || _failure is not null;
        if (isIdle) DropTimer();
        return isIdle;
    }

    private bool TryTakeReady([NotNullWhen(true)] out IWorkItem? item)
    {
        item = null;
        return _ready is not null && _ready.TryDequeue(out item);
    }

    private void Run(IWorkItem item)
    {
        if (item is not Tick) _progress++;
        try
        {
            item.Run();
        }
        catch (Exception error)
        {
            // Resolvers cannot get here: their failures are results. The engine itself failed, and says so instead of hanging.
            _failure ??= error;
        }
    }

    /// <summary>Fetches all pending batches if nothing runs that could add to them; otherwise sets the deadline.</summary>
    private bool DispatchWhenDue()
    {
        if (_pending.IsEmpty) return false;
        if (_running > Volatile.Read(ref _unknownWaiting) && deadline != TimeSpan.Zero)
        {
            SetTimer();
            return false;
        }

        Dispatch();
        return true;
    }

    /// <summary>Starts what is pending now, side by side; what the batches load themselves waits for the next round.</summary>
    private void Dispatch()
    {
        if (_isTimerSet) _timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        (_isTimerSet, _ticks) = (false, 0);
        for (var count = _pending.Count; count > 0 && _pending.TryDequeue(out var batch); count--) new BatchJob(this, batch).Start();
    }

    private void Finish()
    {
        TaskCompletionSource? completion;
        lock (this)
        {
            _isIdle = true;
            completion = _completion;
        }

        if (_failure is not null) completion?.TrySetException(_failure);
        else completion?.TrySetResult();
    }

    private void SetTimer()
    {
        if (_isTimerSet || deadline == Timeout.InfiniteTimeSpan) return;
        // Timers tick in whole milliseconds: less would fire at once.
        var due = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(deadline.TotalMilliseconds / DeadlineTicks)));
        _timer ??= time.CreateTimer(static state => ((RequestScheduler)state!).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _progressAtTick = Progress;
        _timer.Change(due, Timeout.InfiniteTimeSpan);
        _isTimerSet = true;
    }

    private void DropTimer()
    {
        _timer?.Dispose();
        (_timer, _isTimerSet, _ticks) = (null, false, 0);
    }

    private void OnTick() => ThreadPool.UnsafeQueueUserWorkItem(new Tick(this), preferLocal: false);

    /// <summary>
    /// A tick's way to the loop. It queues behind the work that the thread pool already has, and the count begins anew when
    /// anything moved since the last one: a machine that is busy with this request must not look like slow I/O.
    /// </summary>
    private sealed class Tick(RequestScheduler scheduler) : IThreadPoolWorkItem, IWorkItem
    {
        public void Execute() => scheduler.Post(this);

        public void Run()
        {
            scheduler._isTimerSet = false;
            scheduler._ticks = scheduler.Progress == scheduler._progressAtTick ? scheduler._ticks + 1 : 0;
            if (scheduler._ticks == DeadlineTicks) scheduler.Dispatch();
        }
    }
}
