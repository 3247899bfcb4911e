using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Fragments are on objects, interfaces and unions: scalars, enums and input objects have no fields to select.
/// Specification: 5.5.1.3 Fragments on Object, Interface or Union Types,
/// https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types
/// </summary>
public sealed class FragmentsOnCompositeTypesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        on.Enter<InlineFragmentNode>(fragment => Check("Fragment", fragment.TypeCondition));
        on.Enter<FragmentDefinitionNode>(fragment => Check($"Fragment \"{fragment.Name.Value}\"", fragment.TypeCondition));

        void Check(string fragment, NamedTypeNode? condition)
        {
            if (condition is null || TypeFromAst.FindNamed(context.Schema, condition) is null or ComplexType or UnionType) return;
            context.Report($"{fragment} cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        }
    }
}
