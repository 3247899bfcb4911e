using System.Text.Json.Nodes;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Data;

/// <summary>A literal as a client would send it in variables.</summary>
internal static class JsonOf
{
    public static string Literal(string literal)
    {
        var field = (FieldNode)((OperationDefinitionNode)Parser.Parse($"{{ a(b: {literal}) }}").Definitions[0]).SelectionSet.Selections[0];
        return Convert(field.Arguments[0].Value)?.ToJsonString() ?? "null";
    }

    private static JsonNode? Convert(ValueNode value) => value switch
    {
        StringValueNode text => JsonValue.Create(text.Value),
        EnumValueNode name => JsonValue.Create(name.Value),
        BooleanValueNode truth => JsonValue.Create(truth.Value),
        IntValueNode or FloatValueNode => JsonNode.Parse(SyntaxPrinter.Print(value)),
        ListValueNode list => new JsonArray([.. list.Items.Select(Convert)]),
        ObjectValueNode input => new JsonObject(input.Fields.Select(field => KeyValuePair.Create(field.Name.Value, Convert(field.Value)))),
        _ => null,
    };
}
