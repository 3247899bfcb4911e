using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A directive that is not repeatable stands once at a location. A type and its extensions are one location.
/// Specification: 5.7.3 Directives Are Unique per Location, https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location
/// </summary>
public sealed class UniqueDirectivesPerLocationRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var seenOnSchema = new Dictionary<string, DirectiveNode>();
        var seenOnTypes = new Dictionary<string, Dictionary<string, DirectiveNode>>();
        on.Enter<OperationDefinitionNode>(operation => Check(operation.Directives));
        on.Enter<FragmentDefinitionNode>(fragment => Check(fragment.Directives));
        on.Enter<VariableDefinitionNode>(variable => Check(variable.Directives));
        on.Enter<SelectionNode>(selection => Check(selection.Directives));
        on.Enter<SchemaDefinitionNode>(schema => Check(schema.Directives, seenOnSchema));
        on.Enter<TypeDefinitionNode>(type => Check(type.Directives, GetSeenOn(type)));
        on.Enter<FieldDefinitionNode>(field => Check(field.Directives));
        on.Enter<InputValueDefinitionNode>(input => Check(input.Directives));
        on.Enter<EnumValueDefinitionNode>(value => Check(value.Directives));

        void Check(IReadOnlyList<DirectiveNode> directives, Dictionary<string, DirectiveNode>? seen = null)
        {
            if (directives.Count == 0) return;
            seen ??= [];
            foreach (var directive in directives)
            {
                var name = directive.Name.Value;
                if (!context.Directives.TryGetValue(name, out var facts) || facts.IsRepeatable || seen.TryAdd(name, directive)) continue;
                context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            }
        }

        Dictionary<string, DirectiveNode> GetSeenOn(TypeDefinitionNode type)
        {
            if (!seenOnTypes.TryGetValue(type.Name.Value, out var seen)) seenOnTypes[type.Name.Value] = seen = [];
            return seen;
        }
    }
}
