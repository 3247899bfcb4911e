using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// No two operations share a name.
/// Specification: 5.2.2.1 Operation Name Uniqueness, https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness
/// </summary>
public sealed class UniqueOperationNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<string, NameNode>();
        on.Skip<FragmentDefinitionNode>();
        on.Enter<OperationDefinitionNode>(operation =>
        {
            if (operation.Name is { } name && !known.TryAdd(name.Value, name))
            {
                context.Report($"There can be only one operation named \"{name.Value}\".", known[name.Value], name);
            }

            return VisitAction.Skip;
        });
    }
}
