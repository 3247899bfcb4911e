using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Runs a planned operation: resolve, then write; for a mutation that once for each root field. Specification: 6.2 Executing
/// Operations.
/// </summary>
internal static class OperationExecutor
{
    /// <summary>
    /// Runs to the end; the output holds <c>data</c> then, <c>null</c> included. An operation without resolvers takes no turn
    /// through the scheduler and completes at once.
    /// </summary>
    /// <exception cref="OperationCanceledException">The request was given up. What still runs is left to itself.</exception>
    public static async ValueTask ExecuteAsync(OperationContext operation, JsonOutput output, object rootValue)
    {
        try
        {
            if (await WriteAsync(operation, new ResponseBuilder(operation, output), rootValue)) return;
            output.Clear();
            output.WriteNull();
            operation.Deferred?.CutTo(0);
        }
        finally
        {
            // What comes later still needs them.
            if (!operation.IsAbandoned && operation.Deferred is null) await DisposeServicesAsync(operation);
        }
    }

    private static ValueTask<bool> WriteAsync(OperationContext operation, ResponseBuilder builder, object rootValue)
    {
        var selection = operation.Plan.Root;
        if (selection is { ResolvedAhead.Length: 0, Deferral: null }) return new ValueTask<bool>(builder.WriteFields(selection, rootValue, null));
        var root = new ObjectNode(operation, selection, rootValue, null, null, 0);
        return operation.Plan.Operation == OperationType.Mutation ? ExecuteSeriallyAsync(operation, builder, root) : ExecuteAsync(operation, builder, root);
    }

    private static async ValueTask<bool> ExecuteAsync(OperationContext operation, ResponseBuilder builder, ObjectNode root)
    {
        if (root.Slots.Length > 0) await ResolveAsync(operation, root);
        return builder.WriteNode(root);
    }

    /// <summary>One root field after the other, each with everything below it, loads included. Specification: 6.2.2 Mutation.</summary>
    private static async ValueTask<bool> ExecuteSeriallyAsync(OperationContext operation, ResponseBuilder builder, ObjectNode root)
    {
        for (var i = 0; i < root.Selection.Fields.Length; i++)
        {
            var field = root.Selection.Fields[i];
            if (field.IsResolvedAhead) await ResolveAsync(operation, new FieldStart(operation, root, field));
            if (!builder.WriteField(field, i == 0, root.Value, root.Slots)) return false;
            operation.Services?.ClearLoaders();
        }

        builder.End(root.Selection.Fields.Length);
        return true;
    }

    private static async ValueTask ResolveAsync(OperationContext operation, IWorkItem work)
    {
        var resolved = operation.Scheduler.RunAsync(work);
        try
        {
            if (!resolved.IsCompleted) await resolved.WaitAsync(operation.Lifetime.Token);
            else await resolved;
            if (operation.Lifetime.HasEnded) throw new OperationCanceledException();
        }
        catch (OperationCanceledException)
        {
            operation.IsAbandoned = true;
            _ = DisposeOnceResolvedAsync(operation, resolved);
            throw;
        }
    }

    /// <summary>Resolvers that do not heed their token keep their services until they end.</summary>
    private static async Task DisposeOnceResolvedAsync(OperationContext operation, Task resolved)
    {
        await resolved.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeServicesAsync(operation);
    }

    private static async ValueTask DisposeServicesAsync(OperationContext operation)
    {
        if (operation.Services is not { } services) return;
        try
        {
            await services.DisposeAsync();
        }
        catch (Exception error)
        {
            GraphQLLog.DisposalFailed(operation.Environment.Logger, error);
        }
    }
}
