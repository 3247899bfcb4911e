namespace Personalify.GraphQL.Types.Building;

/// <summary>What stands around a field's resolver: put together once, when the schema is built.</summary>
internal static class FieldPipeline
{
    /// <summary>Puts something around whatever resolves the field.</summary>
    public static void Wrap(this OutputField field, Func<FieldResolver, FieldResolver> around)
    {
        var pure = field.PureResolver;
        var resolver = pure is null ? field.Resolver! : context => new ValueTask<object?>(pure(context.Parent<object>()));
        field.PureResolver = null;
        field.Resolver = around(resolver);
    }

    /// <summary>Puts middleware around it.</summary>
    public static void Use(this OutputField field, FieldMiddleware middleware) => field.Wrap(rest =>
    {
        var run = middleware(context => LeaveAsync(rest, context));
        return context => RunAsync(run, MiddlewareContext.Of(context));
    });

    /// <summary>Lets middleware take the place of the resolver.</summary>
    public static void LetMiddlewareResolve(this OutputField field) => field.Wrap(resolver =>
        context => context is MiddlewareContext { HasResult: true } given ? new ValueTask<object?>(given.Result) : resolver(context));

    /// <summary>Asks who is there before anything else of the field runs.</summary>
    public static void Guard(this OutputField field, IReadOnlyList<AuthorizationDemand> demands)
    {
        if (demands.All(demand => demand.Apply == ApplyPolicy.Validation)) return;
        field.Wrap(resolver => AuthorizedResolver.Wrap(resolver, demands));
    }

    private static ValueTask LeaveAsync(FieldResolver rest, IMiddlewareContext context)
    {
        var pending = rest(context);
        if (!pending.IsCompletedSuccessfully) return AwaitAsync(pending, context);
        context.Result = pending.Result;
        return default;
    }

    private static async ValueTask AwaitAsync(ValueTask<object?> pending, IMiddlewareContext context) => context.Result = await pending.ConfigureAwait(false);

    private static ValueTask<object?> RunAsync(FieldDelegate run, MiddlewareContext context)
    {
        var pending = run(context);
        return pending.IsCompletedSuccessfully ? new ValueTask<object?>(context.Result) : AwaitAsync(pending, context);
    }

    private static async ValueTask<object?> AwaitAsync(ValueTask pending, MiddlewareContext context)
    {
        await pending.ConfigureAwait(false);
        return context.Result;
    }
}
