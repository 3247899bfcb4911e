using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A variable that is used in an operation, or in a fragment that it uses, is defined by the operation.
/// Specification: 5.8.3 All Variable Uses Defined, https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined
/// </summary>
public sealed class NoUndefinedVariablesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<OperationDefinitionNode>(operation =>
    {
        var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet();
        foreach (var (variable, _, _, _) in context.GetVariableUsages(operation))
        {
            if (defined.Contains(variable.Name.Value)) continue;
            var byOperation = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
            context.Report($"Variable \"${variable.Name.Value}\" is not defined{byOperation}.", variable, operation);
        }
    });
}
