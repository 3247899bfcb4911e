using System.Linq.Expressions;

namespace Personalify.GraphQL.Types;

/// <summary>Describes objects that can be fetched by their id. Needs <c>AddGlobalObjectIdentification</c>. Relay: Global Object Identification.</summary>
/// <typeparam name="T">The class of the objects.</typeparam>
public sealed class NodeDescriptor<T>
{
    private readonly IObjectTypeDescriptor<T> _type;

    internal NodeDescriptor(IObjectTypeDescriptor<T> type)
    {
        _type = type;
        type.Annotate(new NodeAttribute());
    }

    /// <summary>The property that holds the id, when that is not <c>Id</c>; its field is named <c>id</c>, as <c>Node</c> demands.</summary>
    public NodeDescriptor<T> IdField<TId>(Expression<Func<T, TId>> property)
    {
        _type.Field(property).Name("id");
        _type.Annotate(new NodeAttribute { IdField = MemberExpressions.FindProperty(property).Name });
        return this;
    }

    /// <summary>Fetches an object by its id.</summary>
    public IObjectTypeDescriptor<T> ResolveNode<TId>(Func<IResolverContext, TId, Task<T?>> fetcher)
    {
        Func<TId, IResolverContext, Task<T?>> byId = (id, context) => fetcher(context, id);
        return _type.With(new NodeFetchAttribute(byId));
    }

    /// <summary>Fetches an object by a method of another class: the id first, then services and DataLoaders.</summary>
    public IObjectTypeDescriptor<T> ResolveNodeWith<TResolver>(Expression<Func<TResolver, object?>> method) =>
        _type.With(new NodeFetchAttribute(MemberExpressions.FindMethod(method)));
}
