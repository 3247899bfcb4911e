using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Finds what would keep a document of known and unique names from becoming types: definitions that are no part of a schema, and
/// types that stand where only another kind can. Specification: 3.3.1 Root Operation Types, 3.6 Objects, 3.8 Unions.
/// </summary>
internal sealed class SdlKindChecker
{
    private readonly DocumentNode _document;
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<string, TypeDefinitionNode> _types = [];

    private SdlKindChecker(DocumentNode document)
    {
        _document = document;
        foreach (var type in document.Definitions.OfType<TypeDefinitionNode>())
        {
            if (!type.IsExtension) _types.TryAdd(type.Name.Value, type);
        }
    }

    /// <summary>The errors in the order of the document, the roots first.</summary>
    public static IReadOnlyList<GraphQLError> Check(DocumentNode document)
    {
        var checker = new SdlKindChecker(document);
        checker.CheckRoots();
        foreach (var definition in document.Definitions) checker.CheckDefinition(definition);
        new TextArguments(checker.Report).Visit(document);
        return checker._errors;
    }

    private void CheckRoots()
    {
        var roots = new SdlRoots(_document);
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (roots.Find(operation) is { } name)
                CheckKind<ObjectTypeDefinitionNode>(
                    name,
                    $"The {SyntaxPrinter.PrintOperationType(operation)} root type must be an object type, it cannot be");
        }
    }

    private void CheckDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case ExecutableDefinitionNode:
                Report("An operation or fragment is no part of a schema.", definition);
                break;
            case UnionTypeDefinitionNode union:
                foreach (var member in union.Types)
                    CheckKind<ObjectTypeDefinitionNode>(
                        member.Name,
                        $"Union type {union.Name.Value} can only include object types, it cannot include");
                break;
            case ObjectTypeDefinitionNode type:
                CheckInterfaces(type, type.Interfaces);
                break;
            case InterfaceTypeDefinitionNode type:
                CheckInterfaces(type, type.Interfaces);
                break;
        }
    }

    private void CheckInterfaces(TypeDefinitionNode type, IReadOnlyList<NamedTypeNode> interfaces)
    {
        foreach (var parent in interfaces)
            CheckKind<InterfaceTypeDefinitionNode>(
                parent.Name,
                $"Type {type.Name.Value} must only implement interfaces, it cannot implement");
    }

    private void CheckKind<T>(NameNode name, string sentence)
        where T : TypeDefinitionNode
    {
        var isOther = _types.TryGetValue(name.Value, out var definition) ? definition is not T : SpecifiedScalars.Contains(name.Value);
        if (isOther) Report($"{sentence} {name.Value}.", name);
    }

    private void Report(string message, SyntaxNode node) => _errors.Add(GraphQLError.At(message, _document.Source, node));

    /// <summary>The reader takes deprecation reasons and addresses as text: nothing else may stand there.</summary>
    private sealed class TextArguments(Action<string, SyntaxNode> report) : SyntaxVisitor
    {
        protected override VisitAction Enter(SyntaxNode node)
        {
            if (node is DirectiveNode { Name.Value: "deprecated" or "specifiedBy" } directive)
            {
                foreach (var argument in directive.Arguments.Where(argument => argument.Value is not StringValueNode))
                    report($"Argument @{directive.Name.Value}({argument.Name.Value}:) takes text, found: {SyntaxPrinter.Print(argument.Value)}.", argument.Value);
            }

            return VisitAction.Continue;
        }
    }
}
