namespace Personalify.GraphQL.Types;

/// <summary>
/// Describes one type of the schema in a class of its own, by descriptors. Derive from <see cref="ObjectType{T}"/> and its like, and add the class
/// by <c>AddType</c>, <c>AddQueryType</c> or <c>AddTypeExtension</c>. What the CLR type's attributes say holds too; what is said here is said last.
/// </summary>
public abstract class TypeDefinition
{
    private protected TypeDefinition()
    {
    }

    /// <summary>The CLR type that is described.</summary>
    internal abstract Type RuntimeType { get; }

    /// <summary>Whether it is described as an input object.</summary>
    internal virtual bool IsInput => false;

    /// <summary>Whether the type is part of the schema even when nothing leads to it.</summary>
    internal virtual bool IsListed => true;

    /// <summary>Whether it describes a directive.</summary>
    internal virtual bool IsDirective => false;

    /// <summary>What the class itself says, before anything that it configures; <c>null</c> for nothing.</summary>
    internal virtual Attribute? Kind => null;

    /// <summary>Whether there may be several of the class, each with a function of its own.</summary>
    internal virtual bool IsMadeByFunction => false;

    /// <summary>Whether a class describes a type and can be made.</summary>
    internal static bool Is(Type type) =>
        typeof(TypeDefinition).IsAssignableFrom(type) && type is { IsAbstract: false, ContainsGenericParameters: false } && type.GetConstructor(Type.EmptyTypes) is not null;

    internal static TypeDefinition Make(Type type) => (TypeDefinition)Activator.CreateInstance(type)!;

    /// <summary>Says everything to a descriptor of its kind.</summary>
    internal abstract void Configure(IDescriptor descriptor);
}
