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

    public RequestScheduler Scheduler { get; } = scheduler;

    /// <summary>How many loads it waits for.</summary>
    public int PendingLoads { get; set; }

    public bool IsOver { get; set; }

    /// <summary>Whether it keeps no batch back, because nothing that it does can add a key.</summary>
    public bool IsBystander { get; set; }

    /// <summary>Continues the job in the loop once its task is completed, wherever that happens.</summary>
    public Action Post => _post ??= () => Scheduler.Post(this);

    /// <summary>Takes the result of the task that the job waited for.</summary>
    public abstract void Run();
}
