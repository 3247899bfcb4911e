using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// The type of a variable fits every place where it is used. A field of a OneOf input object takes no nullable variable.
/// Specification: 5.8.5 All Variable Usages Are Allowed, https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed
/// </summary>
public sealed class VariablesInAllowedPositionRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Leave<OperationDefinitionNode>(operation =>
    {
        var definitions = new Dictionary<string, VariableDefinitionNode>();
        foreach (var definition in operation.VariableDefinitions) definitions[definition.Variable.Name.Value] = definition;
        foreach (var usage in context.GetVariableUsages(operation))
        {
            if (definitions.TryGetValue(usage.Variable.Name.Value, out var definition)) Check(context, definition, usage);
        }
    });

    private static void Check(ValidationContext context, VariableDefinitionNode definition, VariableUsage usage)
    {
        if (usage.Type is not { } expected || TypeFromAst.Find(context.Schema, definition.Type) is not { } type) return;

        var name = definition.Variable.Name.Value;
        if (!IsAllowed(context.Schema, type, definition.DefaultValue, expected, usage.HasDefault))
        {
            context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                definition,
                usage.Variable);
        }

        if (usage.ParentType?.Nullable is InputObjectType { IsOneOf: true } parent && type is not NonNullType)
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{parent}\".",
                definition,
                usage.Variable);
        }
    }

    /// <summary>A nullable variable may stand in a non-null place if the variable or the place has a default value.</summary>
    private static bool IsAllowed(Schema schema, GraphQLType type, ValueNode? variableDefault, GraphQLType expected, bool placeHasDefault)
    {
        if (expected is not NonNullType || type is NonNullType) return TypeComparators.IsSubType(schema, type, expected);
        var hasDefault = variableDefault is not null and not NullValueNode || placeHasDefault;
        return hasDefault && TypeComparators.IsSubType(schema, type, expected.Nullable);
    }
}
