using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A fragment is spread only where some object can be of both types.
/// Specification: 5.5.2.3 Fragment Spread Is Possible, https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible
/// </summary>
public sealed class PossibleFragmentSpreadsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        on.Enter<InlineFragmentNode>(fragment => Check("Fragment", fragment, AsComposite(context.Types.Type)));
        on.Enter<FragmentSpreadNode>(spread => Check($"Fragment \"{spread.Name.Value}\"", spread, FindTypeOf(spread)));

        void Check(string fragment, SelectionNode node, NamedType? type)
        {
            if (type is null || context.Types.ParentType is not { } parent) return;
            if (TypeComparators.DoOverlap(context.Schema, type, parent)) return;
            context.Report($"{fragment} cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
        }

        NamedType? FindTypeOf(FragmentSpreadNode spread) => context.GetFragment(spread.Name.Value) is { } fragment
            ? AsComposite(TypeFromAst.FindNamed(context.Schema, fragment.TypeCondition))
            : null;
    }

    private static NamedType? AsComposite(GraphQLType? type) => type is ComplexType or UnionType ? (NamedType)type : null;
}
