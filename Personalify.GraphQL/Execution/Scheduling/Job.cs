namespace Personalify.GraphQL.Execution;

/// <summary>Something that the request's loop runs, one at a time.</summary>
internal interface IWorkItem
{
    void Run();
}

/// <summary>
/// A resolver, or a batch that is being fetched: started, and not over until it says so. It is either running or waits for
/// loads; only what runs keeps pending batches back. All state belongs to the loop.
/// </summary>
internal abstract class Job(RequestScheduler scheduler) : IWorkItem
{
    private Action? _post;
    private CallState _state;

    public RequestScheduler Scheduler { get; } = scheduler;

    /// <summary>How a call of the job stands; most have one, the first.</summary>
    public virtual ref CallState StateOf(int call) => ref _state;

    /// <summary>Continues the job in the loop once a task that it waits for is completed, wherever that happens.</summary>
    public Action Post => _post ??= Arrive;

    /// <summary>Takes the result of the task that the job waited for.</summary>
    public abstract void Run();

    /// <summary>A task that the job waits for is completed. Called on any thread.</summary>
    protected virtual void Arrive() => Scheduler.Post(this);
}

/// <summary>How a call stands that was started.</summary>
internal struct CallState
{
    /// <summary>How many loads it waits for.</summary>
    public int PendingLoads { get; set; }

    public bool IsOver { get; set; }

    /// <summary>Whether it keeps no batch back, because nothing that it does can add a key.</summary>
    public bool IsBystander { get; set; }
}
