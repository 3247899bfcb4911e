namespace Personalify.GraphQL.Types;

/// <summary>
/// One link of a field's chain: the rest of it, down to the resolver. Leaves what it has found in <see cref="IMiddlewareContext.Result"/>.
/// </summary>
public delegate ValueTask FieldDelegate(IMiddlewareContext context);

/// <summary>
/// Stands around a field's resolver: called once, when the schema is built, with the rest of the chain, and returns what is called for the
/// field instead. It may look at what the rest leaves, replace it, catch what it throws, wait, or not call it at all. See
/// <see cref="ObjectFieldDescriptorExtensions.Use(IObjectFieldDescriptor, FieldMiddleware)"/>.
/// </summary>
/// <remarks>
/// A field without middleware costs nothing for those that have some: they are put together when the schema is built, into the delegate that
/// is the field's resolver. A call through middleware makes one object, its context.
/// </remarks>
public delegate FieldDelegate FieldMiddleware(FieldDelegate next);

/// <summary>What middleware may know about its field and request: what a resolver may, and the field's result.</summary>
public interface IMiddlewareContext : IResolverContext
{
    /// <summary>
    /// The field's value: what the rest of the chain has left, or what middleware puts in its place. Who sets it before the resolver was called
    /// takes the resolver's place: it is not called any more.
    /// </summary>
    new object? Result { get; set; }
}
