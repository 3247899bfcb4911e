using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Execution;

/// <summary>Asks the root field for its source stream. Specification: 6.2.3.1, ResolveFieldEventStream.</summary>
internal sealed class SourceStreamJob(OperationContext operation, FieldPlan field, Place place) : FieldJob<ISourceStream?>(operation, field, place)
{
    protected override ValueTask<ISourceStream?> Invoke()
    {
        if (Plan.Field.Subscriber is not { } subscriber) throw NoStream();
        // Arguments that do not fit fail the field, whether or not the subscriber would look at them.
        _ = Operation.ArgumentsOf(Plan);
        return subscriber(new ResolverJob(Operation, Place.Node.Object, Plan, Place))!;
    }

    protected override void Complete(ISourceStream? result) => Place.Set(result ?? throw NoStream());

    private InvalidOperationException NoStream() => new($"{Plan.Parent.Name}.{Plan.Field.Name} has no source stream.");
}

/// <summary>Starts the job on the request's loop.</summary>
internal sealed class SourceStreamStart(SourceStreamJob job) : IWorkItem
{
    public void Run() => job.Start();
}
