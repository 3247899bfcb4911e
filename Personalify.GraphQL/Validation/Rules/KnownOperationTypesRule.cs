using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// The schema has a root type for each operation.
/// Specification: 5.2.1.1 Operation Type Existence, https://spec.graphql.org/September2025/#sec-Operation-Type-Existence
/// </summary>
public sealed class KnownOperationTypesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<OperationDefinitionNode>(operation =>
    {
        if (context.Schema.GetRootType(operation.Operation) is null)
        {
            context.Report(
                $"The {SyntaxPrinter.PrintOperationType(operation.Operation)} operation is not supported by the schema.",
                operation);
        }
    });
}
