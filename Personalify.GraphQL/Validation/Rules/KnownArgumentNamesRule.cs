using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// An argument of a field is one that the field has. Those of directives are checked by <see cref="KnownDirectiveArgumentNamesRule"/>.
/// Specification: 5.4.1 Argument Names, https://spec.graphql.org/September2025/#sec-Argument-Names
/// </summary>
public sealed class KnownArgumentNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        on.Skip<DirectiveNode>();
        on.Enter<ArgumentNode>(argument =>
        {
            if (context.Types.Argument is not null || context.Types.Field is not { } field) return;
            var name = argument.Name.Value;
            var suggestion = context.Suggest(name, field.Arguments.Select(known => known.Name));
            context.Report($"Unknown argument \"{name}\" on field \"{context.Types.ParentType}.{field.Name}\".{suggestion}", argument);
        });
    }
}
