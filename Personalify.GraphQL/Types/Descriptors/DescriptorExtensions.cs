namespace Personalify.GraphQL.Types;

/// <summary>What can be said about many kinds of places. Each method says what the attribute that it names would say.</summary>
public static class DescriptorExtensions
{
    /// <summary>The name in GraphQL, instead of the one that the naming rules would give. See <see cref="GraphQLNameAttribute"/>.</summary>
    public static TDescriptor Name<TDescriptor>(this TDescriptor descriptor, string name)
        where TDescriptor : IDescriptor => descriptor.With(new GraphQLNameAttribute(name));

    /// <summary>The description in Markdown. See <see cref="GraphQLDescriptionAttribute"/>.</summary>
    public static TDescriptor Description<TDescriptor>(this TDescriptor descriptor, string description)
        where TDescriptor : IDescriptor => descriptor.With(new GraphQLDescriptionAttribute(description));

    /// <summary>What a field, an argument or a value of a type costs. See <see cref="CostAttribute"/>.</summary>
    public static TDescriptor Cost<TDescriptor>(this TDescriptor descriptor, double weight)
        where TDescriptor : IDescriptor => descriptor.With(new CostAttribute(weight));

    /// <summary>Marks as deprecated. See <see cref="GraphQLDeprecatedAttribute"/>.</summary>
    /// <param name="descriptor">Describes the place.</param>
    /// <param name="reason">What to use instead.</param>
    public static TDescriptor Deprecated<TDescriptor>(this TDescriptor descriptor, string? reason = null)
        where TDescriptor : IMemberDescriptor => descriptor.With(new GraphQLDeprecatedAttribute(reason ?? SpecifiedDirectives.DefaultDeprecationReason));

    /// <summary>Leaves it out. See <see cref="GraphQLIgnoreAttribute"/>.</summary>
    public static TDescriptor Ignore<TDescriptor>(this TDescriptor descriptor)
        where TDescriptor : IMemberDescriptor => descriptor.With(new GraphQLIgnoreAttribute());

    /// <summary>The type as text, such as <c>[ID!]!</c>. See <see cref="GraphQLTypeAttribute"/>.</summary>
    public static TDescriptor Type<TDescriptor>(this TDescriptor descriptor, string typeSyntax)
        where TDescriptor : ITypedDescriptor => descriptor.With(new GraphQLTypeAttribute(typeSyntax));

    /// <summary>The type that a CLR type is: <c>int</c> is <c>Int!</c>, <c>string</c> is <c>String</c>. See <see cref="GraphQLTypeAttribute"/>.</summary>
    public static TDescriptor Type<TDescriptor>(this TDescriptor descriptor, Type type)
        where TDescriptor : ITypedDescriptor => descriptor.With(new GraphQLTypeAttribute(type));

    /// <summary>The value is an <c>ID</c>. See <see cref="IDAttribute"/>.</summary>
    /// <param name="descriptor">Describes the field or argument.</param>
    /// <param name="typeName">The type in GraphQL whose id it is, or <c>null</c>.</param>
    public static TDescriptor ID<TDescriptor>(this TDescriptor descriptor, string? typeName = null)
        where TDescriptor : ITypedDescriptor => descriptor.With(new IDAttribute(typeName));

    /// <summary>What the value is when the client gives none. See <see cref="DefaultValueAttribute"/>.</summary>
    public static TDescriptor DefaultValue<TDescriptor>(this TDescriptor descriptor, object? value)
        where TDescriptor : IInputDescriptor => descriptor.With(new DefaultValueAttribute(value));

    /// <summary>Puts a directive on the place: an object of a class that is one. See <see cref="DirectiveTypeAttribute"/>.</summary>
    public static TDescriptor Directive<TDescriptor, TDirective>(this TDescriptor descriptor, TDirective directive)
        where TDescriptor : IDescriptor
        where TDirective : class => descriptor.With(new AppliedDirectiveAttribute(directive));

    internal static TDescriptor With<TDescriptor>(this TDescriptor descriptor, Attribute attribute)
        where TDescriptor : IDescriptor
    {
        descriptor.Annotate(attribute);
        return descriptor;
    }
}
