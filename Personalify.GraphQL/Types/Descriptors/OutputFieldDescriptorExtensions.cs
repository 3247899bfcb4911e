namespace Personalify.GraphQL.Types;

/// <summary>What can be said about fields of objects and interfaces, and about object types.</summary>
public static class OutputFieldDescriptorExtensions
{
    /// <summary>Describes an argument: see <see cref="IOutputFieldDescriptor.Argument"/>.</summary>
    public static TDescriptor Argument<TDescriptor>(this TDescriptor descriptor, string name, Action<IArgumentDescriptor> configure)
        where TDescriptor : IOutputFieldDescriptor
    {
        configure(descriptor.Argument(name));
        return descriptor;
    }

    /// <summary>Makes the field a connection. See <see cref="UsePagingAttribute"/>.</summary>
    public static TDescriptor UsePaging<TDescriptor>(this TDescriptor descriptor, UsePagingAttribute? options = null)
        where TDescriptor : IOutputFieldDescriptor => descriptor.With(options ?? new UsePagingAttribute());

    /// <summary>Gives the field the argument <c>where</c>. See <see cref="UseFilteringAttribute"/>.</summary>
    /// <param name="descriptor">Describes the field.</param>
    /// <param name="type">The <c>FilterInputType&lt;T&gt;</c>, or <c>null</c> for the items' properties.</param>
    public static TDescriptor UseFiltering<TDescriptor>(this TDescriptor descriptor, Type? type = null)
        where TDescriptor : IOutputFieldDescriptor => descriptor.With(new UseFilteringAttribute(type));

    /// <summary>Gives the field the argument <c>order</c>. See <see cref="UseSortingAttribute"/>.</summary>
    /// <param name="descriptor">Describes the field.</param>
    /// <param name="type">The <c>SortInputType&lt;T&gt;</c>, or <c>null</c> for the items' properties.</param>
    public static TDescriptor UseSorting<TDescriptor>(this TDescriptor descriptor, Type? type = null)
        where TDescriptor : IOutputFieldDescriptor => descriptor.With(new UseSortingAttribute(type));

    /// <summary>Reads only what is asked for. See <see cref="UseProjectionAttribute"/>.</summary>
    public static TDescriptor UseProjection<TDescriptor>(this TDescriptor descriptor)
        where TDescriptor : IOutputFieldDescriptor => descriptor.With(new UseProjectionAttribute());

    /// <summary>How long the list of the field is. See <see cref="ListSizeAttribute"/>.</summary>
    public static TDescriptor ListSize<TDescriptor>(this TDescriptor descriptor, ListSizeAttribute size)
        where TDescriptor : IOutputFieldDescriptor => descriptor.With(size);

    /// <summary>Somebody must be signed in, and satisfy the policy if there is one. See <see cref="AuthorizeAttribute"/>.</summary>
    public static IObjectFieldDescriptor Authorize(this IObjectFieldDescriptor descriptor, string? policy = null, ApplyPolicy apply = ApplyPolicy.BeforeResolver) =>
        descriptor.With(new AuthorizeAttribute(policy, apply));

    /// <summary>Somebody with one of the roles must be signed in. See <see cref="AuthorizeAttribute"/>.</summary>
    public static IObjectFieldDescriptor Authorize(this IObjectFieldDescriptor descriptor, string[] roles) => descriptor.With(new AuthorizeAttribute { Roles = roles });

    /// <summary>The same for every field of the type. See <see cref="AuthorizeAttribute"/>.</summary>
    public static TDescriptor Authorize<TDescriptor>(this TDescriptor descriptor, string? policy = null, ApplyPolicy apply = ApplyPolicy.BeforeResolver)
        where TDescriptor : IObjectTypeDescriptor => descriptor.With(new AuthorizeAttribute(policy, apply));

    /// <summary>The same for every field of the type. See <see cref="AuthorizeAttribute"/>.</summary>
    public static TDescriptor Authorize<TDescriptor>(this TDescriptor descriptor, string[] roles)
        where TDescriptor : IObjectTypeDescriptor => descriptor.With(new AuthorizeAttribute { Roles = roles });

    /// <summary>Opens a field of a guarded type to everybody. See <see cref="AllowAnonymousAttribute"/>.</summary>
    public static IObjectFieldDescriptor AllowAnonymous(this IObjectFieldDescriptor descriptor) => descriptor.With(new AllowAnonymousAttribute());
}
