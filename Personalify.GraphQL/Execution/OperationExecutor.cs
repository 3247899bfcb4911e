using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Runs a planned operation: resolve, then write; for a mutation that once for each root field. Specification: 6.2 Executing
/// Operations.
/// </summary>
internal sealed class OperationExecutor(OperationContext operation, JsonOutput output, ILogger logger)
{
    private readonly ResponseBuilder _builder = new(operation, output);
    private bool _isAbandoned;

    /// <summary>
    /// Runs to the end; the output holds <c>data</c> then, <c>null</c> included. An operation without resolvers takes no turn
    /// through the scheduler and completes at once.
    /// </summary>
    /// <exception cref="OperationCanceledException">The request was given up. What still runs is left to itself.</exception>
    public async Task ExecuteAsync(object rootValue)
    {
        try
        {
            var root = operation.Plan.Root;
            if (root is { ResolvedAhead.Length: 0, Deferral: null } ? _builder.WriteFields(root, rootValue, null) : await ExecuteAsync(root, rootValue)) return;
            output.Clear();
            output.WriteNull();
            operation.Deferred?.CutTo(0);
        }
        finally
        {
            // What comes later still needs them.
            if (!_isAbandoned && operation.Deferred is null) await DisposeServicesAsync();
        }
    }

    private async ValueTask<bool> ExecuteAsync(SelectionPlan selection, object rootValue)
    {
        var root = new ObjectNode(operation, selection, rootValue, null, null, 0);
        if (operation.Plan.Operation == OperationType.Mutation) return await ExecuteSeriallyAsync(root);
        if (root.Slots.Length > 0) await ResolveAsync(root);
        return _builder.WriteNode(root);
    }

    /// <summary>One root field after the other, each with everything below it, loads included. Specification: 6.2.2 Mutation.</summary>
    private async ValueTask<bool> ExecuteSeriallyAsync(ObjectNode root)
    {
        for (var i = 0; i < root.Selection.Fields.Length; i++)
        {
            var field = root.Selection.Fields[i];
            if (field.IsResolvedAhead) await ResolveAsync(new FieldStart(operation, root, field));
            if (!_builder.WriteField(field, i == 0, root.Value, root.Slots)) return false;
            operation.Services?.ClearLoaders();
        }

        _builder.End(root.Selection.Fields.Length);
        return true;
    }

    private async Task ResolveAsync(IWorkItem work)
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
            _isAbandoned = true;
            _ = DisposeOnceResolvedAsync(resolved);
            throw;
        }
    }

    /// <summary>Resolvers that do not heed their token keep their services until they end.</summary>
    private async Task DisposeOnceResolvedAsync(Task resolved)
    {
        await resolved.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeServicesAsync();
    }

    private async ValueTask DisposeServicesAsync()
    {
        if (operation.Services is not { } services) return;
        try
        {
            await services.DisposeAsync();
        }
        catch (Exception error)
        {
            GraphQLLog.DisposalFailed(logger, error);
        }
    }
}
