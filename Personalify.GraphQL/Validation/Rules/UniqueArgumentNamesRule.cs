using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// No argument is given twice.
/// Specification: 5.4.2 Argument Uniqueness, https://spec.graphql.org/September2025/#sec-Argument-Uniqueness
/// </summary>
public sealed class UniqueArgumentNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        on.Enter<FieldNode>(field => Check(field.Arguments));
        on.Enter<DirectiveNode>(directive => Check(directive.Arguments));

        void Check(IReadOnlyList<ArgumentNode> arguments)
        {
            if (arguments.Count < 2) return;
            foreach (var same in arguments.GroupBy(argument => argument.Name.Value).Where(same => same.Skip(1).Any()))
            {
                context.Report($"There can be only one argument named \"{same.Key}\".", [.. same.Select(argument => argument.Name)]);
            }
        }
    }
}
