using Personalify.GraphQL.Language;
using Personalify.GraphQL.Validation.Merging;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name can be merged into one: they are the same field with the same arguments, or stand on
/// objects of different types and have the same shape. How that is found out is <see cref="ConflictFinder"/>'s business.
/// Specification: 5.3.2 Field Selection Merging, https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// </summary>
public sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var finder = new ConflictFinder(context);
        on.Enter<SelectionSetNode>(selectionSet =>
        {
            // The selection set around an inline fragment covers it.
            if (on.Ancestors[^1] is InlineFragmentNode || selectionSet.Selections is [not InlineFragmentNode]) return;
            foreach (var conflict in finder.FindWithin(context.Types.ParentType, selectionSet))
            {
                context.Report(
                    $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. "
                    + "Use different aliases on the fields to fetch both if this was intentional.",
                    [.. conflict.Left, .. conflict.Right]);
            }
        });
    }
}
