using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation;

/// <summary>What the rules need to know of a directive, whether the schema or the document itself defines it.</summary>
/// <param name="Locations">Where it may stand.</param>
/// <param name="IsRepeatable">Whether it may stand there more than once.</param>
/// <param name="Arguments">The names of its arguments.</param>
/// <param name="Required">The arguments that must be given, with their types as text.</param>
internal sealed record DirectiveFacts(
    IReadOnlyCollection<string> Locations,
    bool IsRepeatable,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<(string Name, string Type)> Required)
{
    /// <summary>The facts by the directives' names. A definition in the document hides one of the schema.</summary>
    public static Dictionary<string, DirectiveFacts> Collect(Schema schema, DocumentNode document)
    {
        var facts = new Dictionary<string, DirectiveFacts>();
        foreach (var directive in schema.Directives.Values) facts[directive.Name] = Of(directive);
        foreach (var directive in document.Definitions.OfType<DirectiveDefinitionNode>()) facts[directive.Name.Value] = Of(directive);
        return facts;
    }

    private static DirectiveFacts Of(DirectiveType directive) => new(
        directive.Locations,
        directive.IsRepeatable,
        [.. directive.Arguments.Select(argument => argument.Name)],
        [.. directive.Arguments.Where(argument => argument.IsRequired).Select(argument => (argument.Name, argument.Type.ToString()!))]);

    private static DirectiveFacts Of(DirectiveDefinitionNode directive) => new(
        [.. directive.Locations.Select(location => location.Value)],
        directive.IsRepeatable,
        [.. directive.Arguments.Select(argument => argument.Name.Value)],
        [.. directive.Arguments
            .Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null })
            .DistinctBy(argument => argument.Name.Value)
            .Select(argument => (argument.Name.Value, SyntaxPrinter.Print(argument.Type)))]);
}
