using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Every fragment is used by an operation, directly or through other fragments.
/// Specification: 5.5.1.4 Fragments Must Be Used, https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used
/// </summary>
public sealed class NoUnusedFragmentsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        on.Skip<ExecutableDefinitionNode>();
        on.Leave<DocumentNode>(document =>
        {
            var operations = document.Definitions.OfType<OperationDefinitionNode>().ToArray();
            var used = context.GetReferencedFragments(operations).Select(fragment => fragment.Name.Value).ToHashSet();
            foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            {
                var name = fragment.Name.Value;
                if (!used.Contains(name)) context.Report($"Fragment \"{name}\" is never used.", fragment);
            }
        });
    }
}
