using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A document to be executed holds operations and fragments only.
/// Specification: 5.1.1 Executable Definitions, https://spec.graphql.org/September2025/#sec-Executable-Definitions
/// </summary>
public sealed class ExecutableDefinitionsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<DocumentNode>(document =>
    {
        foreach (var definition in document.Definitions.OfType<TypeSystemDefinitionNode>())
        {
            context.Report($"The {NameOf(definition)} definition is not executable.", definition);
        }

        return VisitAction.Skip;
    });

    private static string NameOf(TypeSystemDefinitionNode definition) => definition switch
    {
        TypeDefinitionNode type => $"\"{type.Name.Value}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
        _ => "schema",
    };
}
