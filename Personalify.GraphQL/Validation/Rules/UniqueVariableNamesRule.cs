using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// No two variables of an operation share a name.
/// Specification: 5.8.1 Variable Uniqueness, https://spec.graphql.org/September2025/#sec-Variable-Uniqueness
/// </summary>
public sealed class UniqueVariableNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<OperationDefinitionNode>(operation =>
    {
        foreach (var same in operation.VariableDefinitions.GroupBy(definition => definition.Variable.Name.Value))
        {
            if (same.Skip(1).Any())
            {
                context.Report(
                    $"There can be only one variable named \"${same.Key}\".",
                    [.. same.Select(definition => definition.Variable.Name)]);
            }
        }
    });
}
