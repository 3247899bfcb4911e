using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// What is extended is defined in the document, as a type of the same kind.
/// Specification: 3.4.3 Type Extensions, https://spec.graphql.org/September2025/#sec-Type-Extensions
/// </summary>
public sealed class PossibleTypeExtensionsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var defined = new Dictionary<string, TypeDefinitionNode>();
        foreach (var type in context.Document.Definitions.OfType<TypeDefinitionNode>())
        {
            if (!type.IsExtension) defined[type.Name.Value] = type;
        }

        on.Enter<TypeDefinitionNode>(extension =>
        {
            var name = extension.Name.Value;
            if (!extension.IsExtension) return;
            if (!defined.TryGetValue(name, out var definition))
            {
                context.Report(
                    $"Cannot extend type \"{name}\" because it is not defined.{context.Suggest(name, defined.Keys)}",
                    extension.Name);
            }
            else if (definition.GetType() != extension.GetType())
            {
                context.Report($"Cannot extend non-{KindOf(extension)} type \"{name}\".", definition, extension);
            }
        });
    }

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
