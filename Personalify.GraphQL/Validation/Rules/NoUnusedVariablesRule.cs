using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A variable that an operation defines is used in it or in a fragment that it uses.
/// Specification: 5.8.4 All Variables Used, https://spec.graphql.org/September2025/#sec-All-Variables-Used
/// </summary>
public sealed class NoUnusedVariablesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<OperationDefinitionNode>(operation =>
    {
        var used = context.GetVariableUsages(operation).Select(usage => usage.Variable.Name.Value).ToHashSet();
        foreach (var definition in operation.VariableDefinitions.Where(definition => !used.Contains(definition.Variable.Name.Value)))
        {
            var inOperation = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
            context.Report($"Variable \"${definition.Variable.Name.Value}\" is never used{inOperation}.", definition);
        }
    });
}
