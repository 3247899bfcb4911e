using Personalify.GraphQL.Language;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// The type of a variable is one whose values can be sent.
/// Specification: 5.8.2 Variables Are Input Types, https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types
/// </summary>
public sealed class VariablesAreInputTypesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<VariableDefinitionNode>(variable =>
    {
        if (TypeFromAst.Find(context.Schema, variable.Type) is { IsInput: false })
        {
            context.Report(
                $"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{SyntaxPrinter.Print(variable.Type)}\".",
                variable.Type);
        }
    });
}
