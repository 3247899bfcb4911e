using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>Resolves the type references of documents.</summary>
public static class TypeFromAst
{
    /// <summary>The schema's type behind a reference, or <c>null</c> when the schema does not know its name.</summary>
    public static GraphQLType? Find(Schema schema, TypeNode node) => node switch
    {
        NamedTypeNode named => FindNamed(schema, named),
        ListTypeNode list => Find(schema, list.Type) is { } itemType ? new ListType(itemType) : null,
        NonNullTypeNode nonNull => Find(schema, nonNull.Type) is { } nullable ? new NonNullType(nullable) : null,
        _ => throw new ArgumentException($"{node.GetType().Name} is no type reference.", nameof(node)),
    };

    /// <summary>The schema's type of a name, or <c>null</c>.</summary>
    public static NamedType? FindNamed(Schema schema, NamedTypeNode node) => schema.Types.GetValueOrDefault(node.Name.Value);
}
