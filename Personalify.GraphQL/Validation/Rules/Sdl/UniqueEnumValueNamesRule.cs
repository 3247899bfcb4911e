using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// No two values of an enum share a name, its extensions included.
/// Specification: 3.9 Enums, https://spec.graphql.org/September2025/#sec-Enums
/// </summary>
public sealed class UniqueEnumValueNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<(string Type, string Value), NameNode>();
        on.Enter<EnumTypeDefinitionNode>(type =>
        {
            foreach (var value in type.Values)
            {
                var key = (type.Name.Value, value.Name.Value);
                if (known.TryAdd(key, value.Name)) continue;
                context.Report($"Enum value \"{type.Name.Value}.{value.Name.Value}\" can only be defined once.", known[key], value.Name);
            }
        });
    }
}
