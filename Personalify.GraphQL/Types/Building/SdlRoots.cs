using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The root types of an SDL document: as its <c>schema</c> says or, without one, by their usual names. Specification: 3.3 Schema.
/// </summary>
internal sealed class SdlRoots
{
    private readonly Dictionary<OperationType, NameNode> _names = [];

    public SdlRoots(DocumentNode document)
    {
        var definitions = document.Definitions.OfType<SchemaDefinitionNode>().ToList();
        var definition = definitions.Find(node => !node.IsExtension);
        Description = definition?.Description?.Value;
        Directives = [.. definitions.SelectMany(node => node.Directives)];
        if (definition is null) AddUsualNames(document);
        foreach (var root in definitions.SelectMany(node => node.OperationTypes)) _names[root.Operation] = root.Type.Name;
    }

    public string? Description { get; }

    public IReadOnlyList<DirectiveNode> Directives { get; }

    public NameNode? Find(OperationType operation) => _names.GetValueOrDefault(operation);

    private void AddUsualNames(DocumentNode document)
    {
        var operations = Enum.GetValues<OperationType>().ToDictionary(operation => operation.ToString());
        foreach (var definition in document.Definitions.OfType<TypeDefinitionNode>())
        {
            if (operations.TryGetValue(definition.Name.Value, out var operation)) _names[operation] = definition.Name;
        }
    }
}
