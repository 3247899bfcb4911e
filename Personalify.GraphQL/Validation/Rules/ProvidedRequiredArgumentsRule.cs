using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Every non-null argument of a field without a default value is given. Those of directives are checked by
/// <see cref="ProvidedRequiredDirectiveArgumentsRule"/>.
/// Specification: 5.4.3 Required Arguments, https://spec.graphql.org/September2025/#sec-Required-Arguments
/// </summary>
public sealed class ProvidedRequiredArgumentsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Leave<FieldNode>(node =>
    {
        if (context.Types.Field is not { Arguments.Count: > 0 } field) return;
        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired))
        {
            if (node.Arguments.Any(given => given.Name.Value == argument.Name)) continue;
            var coordinate = $"{context.Types.ParentType}.{field.Name}({argument.Name}:)";
            context.Report($"Argument \"{coordinate}\" of type \"{argument.Type}\" is required, but it was not provided.", node);
        }
    });
}
