
namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads connections and edges whose item type is known at start-up only.</summary>
internal abstract class ConnectionFields
{
    public abstract object? Edges(object connection);

    public abstract object? Nodes(object connection);

    public abstract object? PageInfo(object connection);

    public abstract object? Cursor(object edge);

    public abstract object? Node(object edge);

    public abstract ValueTask<object?> CountAsync(IResolverContext context);
}

/// <inheritdoc />
internal sealed class ConnectionFields<T> : ConnectionFields
{
    public override object Edges(object connection) => ((Connection<T>)connection).Edges;

    public override object Nodes(object connection) => ((Connection<T>)connection).Edges.Select(edge => edge.Node).ToArray();

    public override object PageInfo(object connection) => ((Connection<T>)connection).PageInfo;

    public override object Cursor(object edge) => ((Edge<T>)edge).Cursor;

    public override object? Node(object edge) => ((Edge<T>)edge).Node;

    public override async ValueTask<object?> CountAsync(IResolverContext context)
    {
        var count = context.Parent<Connection<T>>().CountAsync ?? throw new InvalidOperationException(
            $"{context.ObjectType.Name} offers totalCount, but its resolver returned a connection without CountAsync.");
        return await count(context.RequestAborted).ConfigureAwait(false);
    }
}
