using System.Linq.Expressions;

namespace Personalify.GraphQL.Types;

/// <summary>What can be said about types as a whole, and the ways to name a type by a type argument. Hot Chocolate's names.</summary>
public static class TypeDescriptorExtensions
{
    /// <summary>Only the fields that the descriptor names are part of the type.</summary>
    public static TDescriptor BindFieldsExplicitly<TDescriptor>(this TDescriptor descriptor)
        where TDescriptor : IFieldsDescriptor => descriptor.With(new BindingAttribute(isExplicit: true));

    /// <summary>All of the class's members are fields, as without a descriptor.</summary>
    public static TDescriptor BindFieldsImplicitly<TDescriptor>(this TDescriptor descriptor)
        where TDescriptor : IFieldsDescriptor => descriptor.With(new BindingAttribute(isExplicit: false));

    /// <summary>Only the values that the descriptor names are part of the enum.</summary>
    public static TDescriptor BindValuesExplicitly<TDescriptor>(this TDescriptor descriptor)
        where TDescriptor : IEnumTypeDescriptor => descriptor.With(new BindingAttribute(isExplicit: true));

    /// <summary>Leaves a member out.</summary>
    public static IObjectTypeDescriptor<T> Ignore<T, TValue>(this IObjectTypeDescriptor<T> descriptor, Expression<Func<T, TValue>> member)
    {
        descriptor.Field(member).Ignore();
        return descriptor;
    }

    /// <summary>Leaves a member out.</summary>
    public static IInterfaceTypeDescriptor<T> Ignore<T, TValue>(this IInterfaceTypeDescriptor<T> descriptor, Expression<Func<T, TValue>> member)
    {
        descriptor.Field(member).Ignore();
        return descriptor;
    }

    /// <summary>Leaves a property out.</summary>
    public static IInputObjectTypeDescriptor<T> Ignore<T, TValue>(this IInputObjectTypeDescriptor<T> descriptor, Expression<Func<T, TValue>> property)
    {
        descriptor.Field(property).Ignore();
        return descriptor;
    }

    /// <summary>Exactly one field must be given. See <see cref="OneOfAttribute"/>.</summary>
    public static TDescriptor OneOf<TDescriptor>(this TDescriptor descriptor)
        where TDescriptor : IInputObjectTypeDescriptor => descriptor.With(new OneOfAttribute());

    /// <summary>A member of the union that does not derive from its class: a CLR class, or an <see cref="ObjectType{T}"/> of one.</summary>
    public static IUnionTypeDescriptor Type<TMember>(this IUnionTypeDescriptor descriptor) => descriptor.With(new UnionMemberAttribute(typeof(TMember)));

    /// <summary>Makes the objects nodes, which can be fetched by their id. See <see cref="NodeAttribute"/>.</summary>
    public static NodeDescriptor<T> ImplementsNode<T>(this IObjectTypeDescriptor<T> descriptor) => new(descriptor);

    /// <summary>The field's type. See <see cref="GraphQLTypeAttribute"/>.</summary>
    /// <typeparam name="T">A CLR type, a <see cref="TypeDefinition"/>, a class of scalars; or one of these in <see cref="NonNullType{T}"/> and <see cref="ListType{T}"/>.</typeparam>
    public static IObjectFieldDescriptor Type<T>(this IObjectFieldDescriptor descriptor) => descriptor.Type(typeof(T));

    /// <inheritdoc cref="Type{T}(IObjectFieldDescriptor)" />
    public static IInterfaceFieldDescriptor Type<T>(this IInterfaceFieldDescriptor descriptor) => descriptor.Type(typeof(T));

    /// <summary>The argument's type. See <see cref="GraphQLTypeAttribute"/>.</summary>
    /// <inheritdoc cref="Type{T}(IObjectFieldDescriptor)" path="/typeparam" />
    public static IArgumentDescriptor Type<T>(this IArgumentDescriptor descriptor) => descriptor.Type(typeof(T));

    /// <inheritdoc cref="Type{T}(IObjectFieldDescriptor)" />
    public static IInputFieldDescriptor Type<T>(this IInputFieldDescriptor descriptor) => descriptor.Type(typeof(T));

    /// <summary>The field is the id of an object of that CLR type. See <see cref="IDAttribute{T}"/>.</summary>
    public static IObjectFieldDescriptor ID<T>(this IObjectFieldDescriptor descriptor) => descriptor.With(new IDAttribute<T>());

    /// <summary>The argument is the id of an object of that CLR type. See <see cref="IDAttribute{T}"/>.</summary>
    public static IArgumentDescriptor ID<T>(this IArgumentDescriptor descriptor) => descriptor.With(new IDAttribute<T>());

    /// <summary>The field is the id of an object of that CLR type. See <see cref="IDAttribute{T}"/>.</summary>
    public static IInputFieldDescriptor ID<T>(this IInputFieldDescriptor descriptor) => descriptor.With(new IDAttribute<T>());

    /// <summary>Gives the field the argument <c>where</c> by a <c>FilterInputType&lt;T&gt;</c>. See <see cref="UseFilteringAttribute"/>.</summary>
    public static IObjectFieldDescriptor UseFiltering<TFilter>(this IObjectFieldDescriptor descriptor) => descriptor.UseFiltering(typeof(TFilter));

    /// <summary>Gives the field the argument <c>order</c> by a <c>SortInputType&lt;T&gt;</c>. See <see cref="UseSortingAttribute"/>.</summary>
    public static IObjectFieldDescriptor UseSorting<TSort>(this IObjectFieldDescriptor descriptor) => descriptor.UseSorting(typeof(TSort));
}
