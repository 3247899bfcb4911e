using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// No field of an input object literal is given twice.
/// Specification: 5.6.3 Input Object Field Uniqueness, https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness
/// </summary>
public sealed class UniqueInputFieldNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<ObjectValueNode>(value =>
    {
        if (value.Fields.Count < 2) return;
        var known = new Dictionary<string, NameNode>();
        foreach (var field in value.Fields)
        {
            if (known.TryAdd(field.Name.Value, field.Name)) continue;
            context.Report($"There can be only one input field named \"{field.Name.Value}\".", known[field.Name.Value], field.Name);
        }
    });
}
