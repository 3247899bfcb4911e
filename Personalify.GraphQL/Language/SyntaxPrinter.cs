namespace Personalify.GraphQL.Language;

/// <summary>
/// Writes a syntax tree as text in the usual layout: two spaces of indentation, long argument lists on several lines.
/// Parsing the text gives an equal tree again. Comments and commas are not kept.
/// </summary>
public static partial class SyntaxPrinter
{
    private const int MaxLineLength = 80;

    /// <summary>Prints a node and everything below it.</summary>
    /// <exception cref="ArgumentException">The node is of a kind that the language does not have.</exception>
    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode document => PrintDocument(document),
        OperationDefinitionNode operation => PrintOperation(operation),
        FragmentDefinitionNode fragment => PrintFragment(fragment),
        VariableDefinitionNode variable => PrintVariableDefinition(variable),
        SelectionSetNode selectionSet => Block(selectionSet.Selections),
        FieldNode field => PrintField(field),
        FragmentSpreadNode spread => $"...{spread.Name.Value}{PrintDirectives(spread.Directives)}",
        InlineFragmentNode fragment => PrintInlineFragment(fragment),
        ArgumentNode argument => $"{argument.Name.Value}: {Print(argument.Value)}",
        DirectiveNode directive => $"@{directive.Name.Value}{Wrap("(", Join(", ", directive.Arguments), ")")}",
        NameNode name => name.Value,
        ValueNode value => PrintValue(value),
        ObjectFieldNode field => $"{field.Name.Value}: {Print(field.Value)}",
        TypeNode type => PrintType(type),
        TypeSystemDefinitionNode definition => PrintDefinition(definition),
        OperationTypeDefinitionNode root => $"{PrintOperationType(root.Operation)}: {Print(root.Type)}",
        FieldDefinitionNode field => PrintFieldDefinition(field),
        InputValueDefinitionNode input => PrintInputValue(input),
        EnumValueDefinitionNode value => $"{PrintDescription(value.Description)}{value.Name.Value}{PrintDirectives(value.Directives)}",
        _ => throw new ArgumentException($"{node.GetType().Name} is no part of a document.", nameof(node)),
    };

    /// <summary>A query without its keyword would be read as the body of a type that is defined before it and has none.</summary>
    private static string PrintDocument(DocumentNode document)
    {
        var printed = new List<string>(document.Definitions.Count);
        DefinitionNode? last = null;
        foreach (var definition in document.Definitions)
        {
            var standsAlone = printed.Count == 0 || last is DirectiveDefinitionNode || printed[^1].EndsWith('}');
            printed.Add(definition is OperationDefinitionNode operation && !standsAlone ? PrintWithKeyword(operation) : Print(definition));
            last = definition;
        }

        return string.Join("\n\n", printed);
    }

    private static string PrintOperation(OperationDefinitionNode operation)
    {
        var isShorthand = operation is { Operation: OperationType.Query, Name: null, Description: null }
            && operation.VariableDefinitions.Count == 0
            && operation.Directives.Count == 0;
        return isShorthand ? Print(operation.SelectionSet) : PrintWithKeyword(operation);
    }

    private static string PrintWithKeyword(OperationDefinitionNode operation)
    {
        var variables = operation.VariableDefinitions.Select(Print).ToArray();
        var list = variables.Any(IsMultiline)
            ? $"(\n{string.Join('\n', variables)}\n)"
            : Wrap("(", string.Join(", ", variables), ")");
        var name = operation.Name is null && list.Length == 0 ? "" : $" {operation.Name?.Value}{list}";
        return $"{PrintDescription(operation.Description)}{PrintOperationType(operation.Operation)}{name}"
            + $"{PrintDirectives(operation.Directives)} {Print(operation.SelectionSet)}";
    }

    private static string PrintFragment(FragmentDefinitionNode fragment) =>
        $"{PrintDescription(fragment.Description)}fragment {fragment.Name.Value} on {Print(fragment.TypeCondition)}"
        + $"{PrintDirectives(fragment.Directives)} {Print(fragment.SelectionSet)}";

    private static string PrintInlineFragment(InlineFragmentNode fragment)
    {
        var condition = fragment.TypeCondition is { } type ? $" on {Print(type)}" : "";
        return $"...{condition}{PrintDirectives(fragment.Directives)} {Print(fragment.SelectionSet)}";
    }

    private static string PrintVariableDefinition(VariableDefinitionNode variable) =>
        $"{PrintDescription(variable.Description)}{Print(variable.Variable)}: {Print(variable.Type)}"
        + $"{PrintDefault(variable.DefaultValue)}{PrintDirectives(variable.Directives)}";

    private static string PrintField(FieldNode field)
    {
        var prefix = field.Alias is { } alias ? $"{alias.Value}: {field.Name.Value}" : field.Name.Value;
        var line = prefix + Wrap("(", Join(", ", field.Arguments), ")");
        if (line.Length > MaxLineLength && field.Arguments.Count > 0) line = $"{prefix}(\n{Indent(Join("\n", field.Arguments))}\n)";
        var selectionSet = field.SelectionSet is { } selections ? $" {Print(selections)}" : "";
        return $"{line}{PrintDirectives(field.Directives)}{selectionSet}";
    }

    internal static string PrintOperationType(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string PrintDescription(StringValueNode? description) => description is null ? "" : Print(description) + "\n";

    private static string PrintDefault(ValueNode? value) => value is null ? "" : $" = {Print(value)}";

    private static string PrintDirectives(IReadOnlyList<DirectiveNode> directives) => Wrap(" ", Join(" ", directives), "");

    private static string Join(string separator, IEnumerable<SyntaxNode> nodes) => string.Join(separator, nodes.Select(Print));

    private static string Wrap(string before, string text, string after) => text.Length == 0 ? "" : before + text + after;

    private static string Block(IEnumerable<SyntaxNode> nodes) => Wrap("{\n", Indent(Join("\n", nodes)), "\n}");

    private static string Indent(string text) => Wrap("  ", text.Replace("\n", "\n  ", StringComparison.Ordinal), "");

    private static bool IsMultiline(string text) => text.Contains('\n');
}
