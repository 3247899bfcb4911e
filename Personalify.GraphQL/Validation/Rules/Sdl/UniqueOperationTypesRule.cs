using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// A schema has one root type for each kind of operation, its extensions included.
/// Specification: 3.3.1 Root Operation Types, https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
public sealed class UniqueOperationTypesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<OperationType, OperationTypeDefinitionNode>();
        on.Enter<OperationTypeDefinitionNode>(root =>
        {
            if (known.TryAdd(root.Operation, root)) return;
            context.Report(
                $"There can be only one {SyntaxPrinter.PrintOperationType(root.Operation)} type in schema.",
                known[root.Operation],
                root);
        });
    }
}
