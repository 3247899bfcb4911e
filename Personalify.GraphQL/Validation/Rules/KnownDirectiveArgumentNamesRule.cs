using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// An argument of a directive is one that the directive has.
/// Specification: 5.4.1 Argument Names, https://spec.graphql.org/September2025/#sec-Argument-Names
/// </summary>
public sealed class KnownDirectiveArgumentNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<DirectiveNode>(directive =>
    {
        if (!context.Directives.TryGetValue(directive.Name.Value, out var facts)) return VisitAction.Skip;
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (facts.Arguments.Contains(name)) continue;
            context.Report(
                $"Unknown argument \"{name}\" on directive \"@{directive.Name.Value}\".{context.Suggest(name, facts.Arguments)}",
                argument);
        }

        return VisitAction.Skip;
    });
}
