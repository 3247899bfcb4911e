using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// No two types share a name.
/// Specification: 3.3 Schema, https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
public sealed class UniqueTypeNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<string, NameNode>();
        on.Enter<TypeDefinitionNode>(type =>
        {
            if (type.IsExtension || known.TryAdd(type.Name.Value, type.Name)) return;
            context.Report($"There can be only one type named \"{type.Name.Value}\".", known[type.Name.Value], type.Name);
        });
    }
}
