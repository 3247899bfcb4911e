using System.Runtime.CompilerServices;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Limits;

/// <summary>
/// The fields of an operation nest no deeper than a limit; fragments count with the depth at which they are spread.
/// Introspection is left to <see cref="MaxIntrospectionDepthRule"/>. Not part of the specification; not among
/// <see cref="SpecifiedRules.Executable"/> either, because the limit is the server's choice.
/// </summary>
/// <param name="maxDepth">The deepest level allowed; the root fields are level 1.</param>
public sealed class MaxExecutionDepthRule(int maxDepth) : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var depths = new Dictionary<string, int>();
        on.Skip<FragmentDefinitionNode>();
        on.Enter<OperationDefinitionNode>(operation =>
        {
            var depth = Measure(operation.SelectionSet);
            if (depth > maxDepth)
            {
                var message = $"The operation has an execution depth of {depth}, which exceeds the maximum of {maxDepth}. "
                    + "Split it into flatter requests.";
                context.Report(context.MakeError(message, operation).WithCode(ErrorCodes.TooManyNodes));
            }

            return VisitAction.Skip;
        });

        int Measure(SelectionSetNode? selectionSet)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return selectionSet is null ? 0 : selectionSet.Selections.Max(selection => selection switch
            {
                FieldNode { Name.Value: "__schema" or "__type" } => 1,
                FieldNode field => 1 + Measure(field.SelectionSet),
                InlineFragmentNode inline => Measure(inline.SelectionSet),
                FragmentSpreadNode spread => MeasureFragment(spread.Name.Value),
                _ => 0,
            });
        }

        int MeasureFragment(string name)
        {
            if (depths.TryGetValue(name, out var depth)) return depth;
            depths[name] = 0; // A cycle is another rule's business; here it must only end.
            return depths[name] = Measure(context.GetFragment(name)?.SelectionSet);
        }
    }
}
