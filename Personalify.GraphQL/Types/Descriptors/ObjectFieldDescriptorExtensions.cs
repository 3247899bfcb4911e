using System.Linq.Expressions;

namespace Personalify.GraphQL.Types;

/// <summary>What can be said about fields of object types: how they are resolved, and what stands around that. Hot Chocolate's names.</summary>
public static class ObjectFieldDescriptorExtensions
{
    /// <summary>
    /// Puts middleware around the field's resolver. Middleware stands from the outside to the inside in the order in which it is written, among
    /// <c>[UsePaging]</c>, <c>[UseFiltering]</c> and their like too; inside of what <see cref="AuthorizeAttribute"/> demands, so that nobody is
    /// answered past it, and inside of the mutation convention, which turns what is thrown into declared errors.
    /// </summary>
    public static IObjectFieldDescriptor Use(this IObjectFieldDescriptor descriptor, FieldMiddleware middleware) =>
        descriptor.With(new MiddlewareAttribute(_ => middleware));

    /// <summary>
    /// Puts a class of middleware around the field's resolver. Its public method <c>InvokeAsync</c> takes the <see cref="IMiddlewareContext"/>,
    /// and if it likes the rest of the chain as a <see cref="FieldDelegate"/>, services and the <see cref="CancellationToken"/>; it returns a
    /// <see cref="Task"/> or a <see cref="ValueTask"/>. The constructor may take the rest of the chain and singletons.
    /// </summary>
    /// <remarks>One instance for each field, made when the schema is built. A class that does not fit is a <see cref="SchemaException"/> then.</remarks>
    public static IObjectFieldDescriptor Use<TMiddleware>(this IObjectFieldDescriptor descriptor)
        where TMiddleware : class => descriptor.With(new MiddlewareAttribute(context => MiddlewareClass<TMiddleware>.Make(context.Services)));

    /// <summary>The same, where the instance is made by hand.</summary>
    public static IObjectFieldDescriptor Use<TMiddleware>(this IObjectFieldDescriptor descriptor, Func<IServiceProvider, FieldDelegate, TMiddleware> factory)
        where TMiddleware : class => descriptor.With(new MiddlewareAttribute(context => MiddlewareClass<TMiddleware>.Make(next => factory(context.Services, next))));

    /// <summary>
    /// Resolves the field by a function, whatever member it is: at once, or by a <see cref="Task{T}"/> or <see cref="ValueTask{T}"/>. The type of
    /// a field that is no member follows from the function's: value types are non-null, classes nullable, until <c>Type</c> says otherwise.
    /// </summary>
    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<IResolverContext, TResult> resolver) =>
        descriptor.With(new ResolverAttribute(resolver));

    /// <inheritdoc cref="Resolve{TResult}(IObjectFieldDescriptor, Func{IResolverContext, TResult})" />
    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<IResolverContext, CancellationToken, TResult> resolver) =>
        descriptor.With(new ResolverAttribute(resolver));

    /// <summary>Resolves the field to a constant.</summary>
    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, TResult constantResult) =>
        descriptor.Resolve<TResult>(_ => constantResult);

    /// <summary>
    /// Resolves the field by a method of another class, with everything that a resolver's parameters may be; its instance comes from the
    /// services, or is made with them.
    /// </summary>
    /// <param name="descriptor">Describes the field.</param>
    /// <param name="resolver">The method, called with any values: <c>r => r.GetAuthors(default!, default!)</c>.</param>
    public static IObjectFieldDescriptor ResolveWith<TResolver>(this IObjectFieldDescriptor descriptor, Expression<Func<TResolver, object?>> resolver) =>
        descriptor.With(new ResolverAttribute(MemberExpressions.Find(resolver)));

    /// <summary>Sets how the mutation convention treats the field. See <see cref="UseMutationConventionAttribute"/>.</summary>
    public static IObjectFieldDescriptor UseMutationConvention(this IObjectFieldDescriptor descriptor, UseMutationConventionAttribute? options = null) =>
        descriptor.With(options ?? new UseMutationConventionAttribute());

    /// <summary>Something that may go wrong with a mutation. See <see cref="ErrorAttribute"/>.</summary>
    public static IObjectFieldDescriptor Error<TError>(this IObjectFieldDescriptor descriptor) => descriptor.With(new ErrorAttribute<TError>());
}
