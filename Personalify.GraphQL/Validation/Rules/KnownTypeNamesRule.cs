using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Every type that is named exists, in the schema or in the document itself.
/// Specification: 5.5.1.2 Fragment Spread Type Existence, https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence
/// </summary>
public sealed class KnownTypeNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var definitions = context.Document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension);
        var defined = definitions.Select(type => type.Name.Value).ToHashSet();
        on.Enter<NamedTypeNode>(type =>
        {
            var name = type.Name.Value;
            if (context.Schema.Types.ContainsKey(name) || defined.Contains(name)) return;
            context.Report($"Unknown type \"{name}\".{context.Suggest(name, context.Schema.Types.Keys.Concat(defined))}", type);
        });
    }
}
