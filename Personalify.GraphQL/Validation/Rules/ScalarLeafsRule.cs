using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Scalars and enums have no sub-selection; objects, interfaces and unions must have one.
/// Specification: 5.3.3 Leaf Field Selections, https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections
/// </summary>
public sealed class ScalarLeafsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<FieldNode>(field =>
    {
        if (context.Types.Type is not { } type) return;

        var name = field.Name.Value;
        var isLeaf = type.Named is ScalarType or EnumType;
        if (isLeaf && field.SelectionSet is { } selectionSet)
        {
            context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
        }
        else if (!isLeaf && field.SelectionSet is null)
        {
            context.Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?",
                field);
        }
    });
}
