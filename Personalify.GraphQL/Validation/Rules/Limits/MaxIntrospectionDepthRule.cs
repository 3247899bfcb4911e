using System.Runtime.CompilerServices;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Limits;

/// <summary>
/// Introspection does not nest the lists that lead from types to types, because each level multiplies the answer by the size
/// of the schema, and it unwraps types a bounded number of times. The usual introspection queries nest two lists and unwrap
/// nine times. Limits: <see cref="ValidationOptions.MaxAllowedListRecursiveDepth"/> and
/// <see cref="ValidationOptions.MaxAllowedOfTypeDepth"/>. Not part of the specification's rules; see
/// 4 Introspection, https://spec.graphql.org/September2025/#sec-Introspection
/// </summary>
public sealed class MaxIntrospectionDepthRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var maxLists = context.Options.MaxAllowedListRecursiveDepth + 1;
        var maxOfTypes = context.Options.MaxAllowedOfTypeDepth;

        // A fragment is entered once at each depth, of which there are few, and never inside itself.
        var entered = new HashSet<(string, Depth)>();
        var open = new HashSet<string>();
        on.Enter<FieldNode>(field =>
        {
            if (field.Name.Value is not ("__schema" or "__type") || !Exceeds(field.SelectionSet, default)) return VisitAction.Continue;

            entered.Clear();
            open.Clear();
            context.Report(context.MakeError("Maximum introspection depth exceeded", field).WithCode(ErrorCodes.IntrospectionTooDeep));
            return VisitAction.Skip;
        });

        bool Exceeds(SelectionSetNode? selectionSet, Depth depth)
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

        bool ExceedsBelow(FieldNode field, Depth depth)
        {
            var inside = depth.Enter(field.Name.Value);
            return inside.Lists > maxLists || inside.OfTypes > maxOfTypes || Exceeds(field.SelectionSet, inside);
        }

        bool ExceedsInside(FragmentSpreadNode spread, Depth depth)
        {
            var name = spread.Name.Value;
            if (open.Contains(name) || context.GetFragment(name) is not { } fragment || !entered.Add((name, depth))) return false;
            open.Add(name);
            var exceeds = Exceeds(fragment.SelectionSet, depth);
            open.Remove(name);
            return exceeds;
        }
    }

    /// <summary>How many lists of types and how many <c>ofType</c> lie around a selection.</summary>
    private readonly record struct Depth(int Lists, int OfTypes)
    {
        public Depth Enter(string field) => field switch
        {
            "fields" or "interfaces" or "possibleTypes" or "inputFields" => this with { Lists = Lists + 1 },
            "ofType" => this with { OfTypes = OfTypes + 1 },
            _ => this,
        };
    }
}
