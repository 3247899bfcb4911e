namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes a connection of what the resolver of a paged field returns. The item type is known at start-up only.</summary>
internal abstract class PageMaker
{
    public static PageMaker For(Type item) => (PageMaker)Activator.CreateInstance(typeof(PageMaker<>).MakeGenericType(item))!;

    /// <param name="resolver">Returns what is paged.</param>
    /// <param name="limits">What clients may ask for.</param>
    /// <param name="isWhole">Whether items are read with everything that they have, so that DataLoaders may use them too.</param>
    public FieldResolver Wrap(FieldResolver resolver, PagingLimits limits, bool isWhole) => async context =>
    {
        // What the client asks for is checked before anything is read.
        var arguments = limits.Read(context);
        var made = await MakeAsync(await resolver(context).ConfigureAwait(false), arguments, context.RequestAborted).ConfigureAwait(false);
        if (isWhole && context is IBoundCall call) Publish(made, call);
        return made;
    };

    protected abstract void Publish(object? connection, IBoundCall call);

    protected abstract ValueTask<object?> MakeAsync(object? value, PagingArguments arguments, CancellationToken cancellationToken);
}

/// <inheritdoc />
internal sealed class PageMaker<T> : PageMaker
{
    protected override void Publish(object? connection, IBoundCall call)
    {
        if (connection is Connection<T> page) call.Publish(page);
    }

    protected override async ValueTask<object?> MakeAsync(object? value, PagingArguments arguments, CancellationToken cancellationToken) => value switch
    {
        null or Connection<T> => value,
        Page<T> page => page.ToConnection(),
        EnumerableQuery<T> list when !KeysetOrder<T>.IsIn(list) => IndexPage.Of([.. list], arguments),
        IQueryable<T> query => (await query.ToPageAsync(arguments, cancellationToken).ConfigureAwait(false)).ToConnection(),
        IReadOnlyList<T> list => IndexPage.Of(list, arguments),
        _ => IndexPage.Of([.. (IEnumerable<T>)value], arguments),
    };
}
