using Personalify.GraphQL.Language;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A literal fits the type of the place where it stands: scalars and enums by their own rules, lists item by item, input
/// objects with known fields only, all required ones, and exactly one if they are OneOf. <see cref="LiteralChecker"/> knows how.
/// Specification: 5.6.1 Values of Correct Type to 5.6.4 Input Object Required Fields,
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type
/// </summary>
public sealed class ValuesOfCorrectTypeRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var checker = new LiteralChecker((message, node, _) => context.Report(message, node), !context.Options.HideSuggestions);
        on.Enter<ValueNode>(value =>
        {
            if (value is VariableNode) return VisitAction.Continue;

            // Inside a list literal the current type is that of its items already.
            var type = value is ListValueNode ? context.Types.ParentInputType : context.Types.InputType;
            if (type is not null) checker.Check(value, type);
            return VisitAction.Skip;
        });
    }
}
