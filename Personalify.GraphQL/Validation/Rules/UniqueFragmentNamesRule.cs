using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// No two fragments share a name.
/// Specification: 5.5.1.1 Fragment Name Uniqueness, https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness
/// </summary>
public sealed class UniqueFragmentNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<string, NameNode>();
        on.Skip<OperationDefinitionNode>();
        on.Enter<FragmentDefinitionNode>(fragment =>
        {
            if (!known.TryAdd(fragment.Name.Value, fragment.Name))
            {
                context.Report(
                    $"There can be only one fragment named \"{fragment.Name.Value}\".",
                    known[fragment.Name.Value],
                    fragment.Name);
            }

            return VisitAction.Skip;
        });
    }
}
