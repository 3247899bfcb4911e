using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// An operation without a name is the only one.
/// Specification: 5.2.3.1 Lone Anonymous Operation, https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation
/// </summary>
public sealed class LoneAnonymousOperationRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var count = context.Document.Definitions.OfType<OperationDefinitionNode>().Count();
        on.Enter<OperationDefinitionNode>(operation =>
        {
            if (operation.Name is null && count > 1)
                context.Report("This anonymous operation must be the only defined operation.", operation);
        });
    }
}
