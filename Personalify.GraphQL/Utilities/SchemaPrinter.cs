using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// Exports a schema as SDL, in the layout of graphql-js: definition order kept, built-in scalars, directives and introspection
/// left out. Reading the text gives an equal schema again. Specification: 3 Type System.
/// </summary>
public static class SchemaPrinter
{
    private static readonly DefinitionPrinter Printer = new(DefinitionPrinter.Applied);

    /// <summary>Prints the whole schema, ending in a line feed.</summary>
    public static string Print(Schema schema) => Printer.Print(schema);

    /// <summary>Prints the definition of one type.</summary>
    public static string Print(NamedType type) => Printer.Print(type);

    /// <summary>Prints the definition of one directive.</summary>
    public static string Print(DirectiveType directive) => Printer.Print(directive);
}
