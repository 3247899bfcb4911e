using System.Collections.Frozen;

namespace Personalify.GraphQL.Language;

/// <summary>
/// The names of the places where a directive may stand.
/// Specification: 3.13 Directives, https://spec.graphql.org/September2025/#DirectiveLocations
/// </summary>
public static class DirectiveLocations
{
    /// <summary>Places in operations and fragments.</summary>
    public static FrozenSet<string> Executable { get; } = FrozenSet.Create(
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION");

    /// <summary>Places in the definitions of a schema.</summary>
    public static FrozenSet<string> TypeSystem { get; } = FrozenSet.Create(
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION");

    /// <summary>Whether the specification knows the name.</summary>
    public static bool IsKnown(string name) => Executable.Contains(name) || TypeSystem.Contains(name);
}
