using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A fragment that is spread is defined in the document.
/// Specification: 5.5.2.1 Fragment Spread Target Defined, https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined
/// </summary>
public sealed class KnownFragmentNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<FragmentSpreadNode>(spread =>
    {
        if (context.GetFragment(spread.Name.Value) is null) context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    });
}
