using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A directive is defined, and stands where its definition allows.
/// Specification: 5.7.1 Directives Are Defined and 5.7.2 Directives Are in Valid Locations,
/// https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations
/// </summary>
public sealed class KnownDirectivesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<DirectiveNode>(directive =>
    {
        if (!context.Directives.TryGetValue(directive.Name.Value, out var facts))
        {
            context.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
            return;
        }

        var location = LocationOf(on.Ancestors);
        if (!facts.Locations.Contains(location))
            context.Report($"Directive \"@{directive.Name.Value}\" may not be used on {location}.", directive);
    });

    private static string LocationOf(IReadOnlyList<SyntaxNode> ancestors) => ancestors[^1] switch
    {
        OperationDefinitionNode operation => SyntaxPrinter.PrintOperationType(operation.Operation).ToUpperInvariant(),
        FieldNode => "FIELD",
        FragmentSpreadNode => "FRAGMENT_SPREAD",
        InlineFragmentNode => "INLINE_FRAGMENT",
        FragmentDefinitionNode => "FRAGMENT_DEFINITION",
        VariableDefinitionNode => "VARIABLE_DEFINITION",
        SchemaDefinitionNode => "SCHEMA",
        ScalarTypeDefinitionNode => "SCALAR",
        ObjectTypeDefinitionNode => "OBJECT",
        FieldDefinitionNode => "FIELD_DEFINITION",
        InterfaceTypeDefinitionNode => "INTERFACE",
        UnionTypeDefinitionNode => "UNION",
        EnumTypeDefinitionNode => "ENUM",
        EnumValueDefinitionNode => "ENUM_VALUE",
        InputObjectTypeDefinitionNode => "INPUT_OBJECT",
        InputValueDefinitionNode when ancestors[^2] is InputObjectTypeDefinitionNode => "INPUT_FIELD_DEFINITION",
        InputValueDefinitionNode => "ARGUMENT_DEFINITION",
        var other => throw new InvalidOperationException($"{other.GetType().Name} has no directives."),
    };
}
