using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Execution;

/// <summary>Fetches one batch. When it is there, all its callers continue before the loop looks for the next batches.</summary>
internal sealed class BatchJob(RequestScheduler scheduler, PendingBatch batch) : Job(scheduler)
{
    public void Start()
    {
        Scheduler.Begin(this);
        var fetched = batch.BeginFetch();
        Scheduler.Leave();
        if (fetched.IsCompleted) Scheduler.Post(this);
        else fetched.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Post);
    }

    public override void Run()
    {
        Scheduler.End(this);
        var resumed = batch.EndFetch();
        for (var i = 0; i < resumed.Count; i++) Scheduler.Continue(resumed[i]);
    }
}

/// <summary>A load whose caller gave up waiting.</summary>
internal sealed class AbandonedLoad(RequestScheduler scheduler, PendingLoad load) : IWorkItem
{
    public void Run() => scheduler.Continue(load);
}
