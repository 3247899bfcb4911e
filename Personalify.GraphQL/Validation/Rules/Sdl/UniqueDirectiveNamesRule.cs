using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// No two directives share a name.
/// Specification: 3.13 Directives, https://spec.graphql.org/September2025/#sec-Type-System.Directives
/// </summary>
public sealed class UniqueDirectiveNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<string, NameNode>();
        on.Enter<DirectiveDefinitionNode>(directive =>
        {
            if (known.TryAdd(directive.Name.Value, directive.Name)) return;
            context.Report(
                $"There can be only one directive named \"@{directive.Name.Value}\".",
                known[directive.Name.Value],
                directive.Name);
        });
    }
}
