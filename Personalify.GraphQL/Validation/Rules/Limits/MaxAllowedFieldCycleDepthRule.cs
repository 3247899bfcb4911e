using System.Runtime.CompilerServices;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Rules.Limits;

/// <summary>
/// No field of the schema stands more than a number of times on one way from the root to a leaf: in
/// <c>friends { friends { friends } }</c> each level multiplies the work. Fragments are followed as often as they are spread,
/// within <see cref="ValidationOptions.MaxAllowedFragmentVisits"/>; introspection has a limit of its own. Not part of the
/// specification; not among <see cref="SpecifiedRules.Executable"/> either, because the limit is the server's choice.
/// </summary>
/// <param name="maxCycleDepth">How often one field may stand on one way.</param>
public sealed class MaxAllowedFieldCycleDepthRule(int maxCycleDepth) : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        on.Skip<FragmentDefinitionNode>();
        on.Enter<OperationDefinitionNode>(operation =>
        {
            if (context.Schema.GetRootType(operation.Operation) is { } root) new Walk(context, maxCycleDepth).Visit(operation.SelectionSet, root);
            return VisitAction.Skip;
        });
    }

    /// <summary>One walk over an operation; ends with the first field that stands too often.</summary>
    private sealed class Walk(ValidationContext context, int maxCycleDepth)
    {
        private readonly Dictionary<OutputField, int> _onTheWay = [];
        private readonly HashSet<string> _fragments = [];

        public bool Visit(SelectionSetNode selectionSet, NamedType parent)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return selectionSet.Selections.All(selection => selection switch
            {
                FieldNode { SelectionSet: { } inside } field => VisitField(field, inside, parent),
                InlineFragmentNode inline => Visit(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent),
                FragmentSpreadNode spread => VisitFragment(spread.Name.Value),
                _ => true,
            });
        }

        private bool VisitField(FieldNode node, SelectionSetNode inside, NamedType parent)
        {
            if (node.Name.Value is "__schema" or "__type" || Introspection.FindField(context.Schema, parent, node.Name.Value) is not { } field) return true;
            var count = _onTheWay[field] = _onTheWay.GetValueOrDefault(field) + 1;
            if (count > maxCycleDepth) return Report(node, parent);
            var goesOn = Visit(inside, field.Type.Named);
            _onTheWay[field] = count - 1;
            return goesOn;
        }

        /// <summary>A fragment that spreads itself is another rule's business; here it must only end.</summary>
        private bool VisitFragment(string name)
        {
            if (context.GetFragment(name) is not { } fragment || TypeOf(fragment.TypeCondition) is not { } type || !_fragments.Add(name)) return true;
            context.CountFragmentVisits(1);
            var goesOn = Visit(fragment.SelectionSet, type);
            _fragments.Remove(name);
            return goesOn;
        }

        private NamedType? TypeOf(NamedTypeNode? condition) => condition is null ? null : TypeFromAst.FindNamed(context.Schema, condition);

        private bool Report(FieldNode node, NamedType parent)
        {
            var message = $"The field {parent.Name}.{node.Name.Value} stands more than {maxCycleDepth} times on one way through the operation. "
                + "Split it into flatter requests.";
            context.Report(context.MakeError(message, node).WithCode(ErrorCodes.FieldCycleTooDeep));
            return false;
        }
    }
}
