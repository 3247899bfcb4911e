using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// No two fields of a type share a name, its extensions included.
/// Specification: 3.6 Objects, https://spec.graphql.org/September2025/#sec-Objects
/// </summary>
public sealed class UniqueFieldDefinitionNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<(string Type, string Field), NameNode>();
        on.Enter<ObjectTypeDefinitionNode>(type => Check(type, type.Fields.Select(field => field.Name)));
        on.Enter<InterfaceTypeDefinitionNode>(type => Check(type, type.Fields.Select(field => field.Name)));
        on.Enter<InputObjectTypeDefinitionNode>(type => Check(type, type.Fields.Select(field => field.Name)));

        void Check(TypeDefinitionNode type, IEnumerable<NameNode> fields)
        {
            foreach (var field in fields)
            {
                var key = (type.Name.Value, field.Value);
                if (known.TryAdd(key, field)) continue;
                context.Report($"Field \"{type.Name.Value}.{field.Value}\" can only be defined once.", known[key], field);
            }
        }
    }
}
