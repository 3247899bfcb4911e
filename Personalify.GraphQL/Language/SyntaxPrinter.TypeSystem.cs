namespace Personalify.GraphQL.Language;

public static partial class SyntaxPrinter
{
    private static string PrintDefinition(TypeSystemDefinitionNode definition)
    {
        var keyword = definition.IsExtension ? "extend " : "";
        return PrintDescription(definition.Description) + keyword + definition switch
        {
            SchemaDefinitionNode schema => $"schema{PrintDirectives(schema.Directives)}{PrintBody(schema.OperationTypes)}",
            ScalarTypeDefinitionNode scalar => PrintHead("scalar", scalar, []),
            ObjectTypeDefinitionNode type => PrintHead("type", type, type.Interfaces) + PrintBody(type.Fields),
            InterfaceTypeDefinitionNode type => PrintHead("interface", type, type.Interfaces) + PrintBody(type.Fields),
            UnionTypeDefinitionNode union => PrintHead("union", union, []) + Wrap(" = ", Join(" | ", union.Types), ""),
            EnumTypeDefinitionNode type => PrintHead("enum", type, []) + PrintBody(type.Values),
            InputObjectTypeDefinitionNode input => PrintHead("input", input, []) + PrintBody(input.Fields),
            DirectiveDefinitionNode directive => PrintDirectiveDefinition(directive),
            _ => throw new ArgumentException($"{definition.GetType().Name} is no definition.", nameof(definition)),
        };
    }

    private static string PrintHead(string keyword, TypeDefinitionNode type, IReadOnlyList<NamedTypeNode> interfaces) =>
        $"{keyword} {type.Name.Value}{Wrap(" implements ", Join(" & ", interfaces), "")}{PrintDirectives(type.Directives)}";

    private static string PrintBody(IReadOnlyList<SyntaxNode> members) => Wrap(" ", Block(members), "");

    private static string PrintFieldDefinition(FieldDefinitionNode field) =>
        $"{PrintDescription(field.Description)}{field.Name.Value}{PrintArgumentDefinitions(field.Arguments)}: {Print(field.Type)}"
        + PrintDirectives(field.Directives);

    private static string PrintInputValue(InputValueDefinitionNode input) =>
        $"{PrintDescription(input.Description)}{input.Name.Value}: {Print(input.Type)}{PrintDefault(input.DefaultValue)}"
        + PrintDirectives(input.Directives);

    private static string PrintDirectiveDefinition(DirectiveDefinitionNode directive) =>
        $"directive @{directive.Name.Value}{PrintArgumentDefinitions(directive.Arguments)}"
        + $"{(directive.IsRepeatable ? " repeatable" : "")} on {Join(" | ", directive.Locations)}";

    // Arguments with a description of their own stand on lines of their own.
    private static string PrintArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        var printed = arguments.Select(Print).ToArray();
        return printed.Any(IsMultiline)
            ? $"(\n{Indent(string.Join('\n', printed))}\n)"
            : Wrap("(", string.Join(", ", printed), ")");
    }
}
