using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The types that authors name in place of those that would be inferred: as text, or as CLR types.</summary>
/// <param name="registry">All types.</param>
/// <param name="member">Who names them, for messages.</param>
/// <param name="leaf">The type of a CLR type.</param>
internal sealed class NamedTypes(TypeRegistry registry, string member, Func<TypeShape, string, GraphQLType> leaf)
{
    public GraphQLType Of(GraphQLTypeAttribute named) => named.TypeSyntax is { } syntax ? Of(Parser.ParseType(new Source(syntax))) : Of(named.Type!);

    /// <summary>Whether a text names a type that has not come to light so far.</summary>
    public static bool IsUnknown(GraphQLTypeAttribute? named, TypeRegistry registry) =>
        named?.TypeSyntax is { } syntax && registry.Find(NameIn(Parser.ParseType(new Source(syntax)))) is null;

    private static string NameIn(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => NameIn(nonNull.Type),
        ListTypeNode list => NameIn(list.Type),
        _ => ((NamedTypeNode)node).Name.Value,
    };

    /// <summary>The class that a definition describes: its type argument. A class that is none is meant itself.</summary>
    public static Type RuntimeTypeOf(Type named)
    {
        if (!typeof(TypeDefinition).IsAssignableFrom(named)) return named;
        var type = named;
        while (type.BaseType != typeof(TypeDefinition)) type = type.BaseType!;
        return type.GetGenericArguments()[0];
    }

    private GraphQLType Of(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Of(nonNull.Type)),
        ListTypeNode list => new ListType(Of(list.Type)),
        _ => Find(((NamedTypeNode)node).Name.Value),
    };

    private GraphQLType Of(Type type)
    {
        if (ClrTypes.IsGeneric(type, typeof(NonNullType<>))) return new NonNullType(Of(type.GetGenericArguments()[0]).Nullable);
        if (ClrTypes.IsGeneric(type, typeof(ListType<>))) return new ListType(Of(type.GetGenericArguments()[0]));
        if (typeof(ScalarReference).IsAssignableFrom(type)) return ScalarOf(type);
        if (typeof(ScalarType).IsAssignableFrom(type)) return registry.Scalars.Find(instance => instance.GetType() == type) ?? throw BuildErrors.UnknownType(member, type.Name);
        return typeof(TypeDefinition).IsAssignableFrom(type) ? leaf(NullabilityReader.Read(RuntimeTypeOf(type)), member).Nullable : leaf(NullabilityReader.Read(type), member);
    }

    /// <summary>A class that names a scalar is called after it.</summary>
    private static ScalarType ScalarOf(Type type)
    {
        var name = type.Name[..^"Type".Length];
        return ClrScalars.Find(name) ?? ClrScalars.Find(name.ToUpperInvariant())!;
    }

    private NamedType Find(string name) => registry.Find(name) ?? throw BuildErrors.UnknownType(member, name);
}
