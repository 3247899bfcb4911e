using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Every non-null argument of a directive without a default value is given.
/// Specification: 5.4.3 Required Arguments, https://spec.graphql.org/September2025/#sec-Required-Arguments
/// </summary>
public sealed class ProvidedRequiredDirectiveArgumentsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Leave<DirectiveNode>(directive =>
    {
        if (!context.Directives.TryGetValue(directive.Name.Value, out var facts)) return;
        foreach (var (name, type) in facts.Required)
        {
            if (directive.Arguments.Any(given => given.Name.Value == name)) continue;
            context.Report(
                $"Argument \"@{directive.Name.Value}({name}:)\" of type \"{type}\" is required, but it was not provided.",
                directive);
        }
    });
}
