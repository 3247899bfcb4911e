using System.Runtime.CompilerServices;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Limits;

/// <summary>
/// Introspection does not nest the lists that lead from types to types: each level multiplies the answer by the size of the
/// schema. The usual introspection queries nest two levels. Not part of the specification's rules; see
/// 4 Introspection, https://spec.graphql.org/September2025/#sec-Introspection
/// </summary>
public sealed class MaxIntrospectionDepthRule : ValidationRule
{
    private const int MaxListDepth = 3;

    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        // The depth at which a fragment was entered last; entering it less deeply finds nothing new.
        var entered = new Dictionary<string, int>();
        on.Enter<FieldNode>(field =>
        {
            if (field.Name.Value is not ("__schema" or "__type") || !Exceeds(field.SelectionSet, 0)) return VisitAction.Continue;

            entered.Clear();
            context.Report(context.MakeError("Maximum introspection depth exceeded", field).WithCode(ErrorCodes.IntrospectionTooDeep));
            return VisitAction.Skip;
        });

        bool Exceeds(SelectionSetNode? selectionSet, int depth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return selectionSet is not null && selectionSet.Selections.Any(selection => selection switch
            {
                FieldNode field => ExceedsBelow(field, depth),
                InlineFragmentNode inline => Exceeds(inline.SelectionSet, depth),
                FragmentSpreadNode spread => ExceedsInside(spread, depth),
                _ => false,
            });
        }

        bool ExceedsBelow(FieldNode field, int depth)
        {
            var isList = field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields";
            return (isList && depth + 1 >= MaxListDepth) || Exceeds(field.SelectionSet, isList ? depth + 1 : depth);
        }

        bool ExceedsInside(FragmentSpreadNode spread, int depth)
        {
            var name = spread.Name.Value;
            if (context.GetFragment(name) is not { } fragment) return false;
            if (entered.TryGetValue(name, out var before) && before >= depth) return false;
            entered[name] = depth;
            return Exceeds(fragment.SelectionSet, depth);
        }
    }
}
