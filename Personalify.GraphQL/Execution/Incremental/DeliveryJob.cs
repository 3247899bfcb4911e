namespace Personalify.GraphQL.Execution;

/// <summary>Keeps the request's loop alive until everything is delivered, and no batch back meanwhile.</summary>
internal sealed class DeliveryJob(RequestScheduler scheduler) : Job(scheduler)
{
    public override void Run()
    {
        Scheduler.Begin(this);
        Scheduler.StandBy(this);
        Scheduler.Leave();
    }
}

/// <summary>Lets the loop end with what still runs.</summary>
internal sealed class DeliveryEnd(DeliveryJob job) : IWorkItem
{
    public void Run() => job.Scheduler.End(job);
}

/// <summary>Starts parts side by side, so that what they load goes in the same batches.</summary>
internal sealed class PartStarts(ResponsePart[] parts, Action<ResponsePart> resolved) : IWorkItem
{
    public void Run()
    {
        foreach (var part in parts) part.Start(resolved);
    }
}

/// <summary>Hands over the parts that were resolved while the loop had something to run: they are told of together.</summary>
internal sealed class PartHandOver(Action<ResponsePart[]> handOver) : IWorkItem
{
    private readonly List<ResponsePart> _resolved = [];

    /// <summary>Adds a part; returns whether it is the first since the last time.</summary>
    public bool Add(ResponsePart part)
    {
        _resolved.Add(part);
        return _resolved.Count == 1;
    }

    public void Run()
    {
        ResponsePart[] resolved = [.. _resolved];
        _resolved.Clear();
        handOver(resolved);
    }
}
