using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Merging;

/// <summary>A field where it is selected.</summary>
/// <param name="ParentType">The type that it is selected from, if the schema knows it.</param>
/// <param name="Node">The field.</param>
/// <param name="Definition">Its definition, if the schema knows it.</param>
internal sealed record SelectedField(NamedType? ParentType, FieldNode Node, OutputField? Definition)
{
    /// <summary>A field without arguments and sub-selection conflicts with nothing that has its definition.</summary>
    public bool IsPlain => Node.Arguments.Count == 0 && Node.SelectionSet is null && Stream is null;

    /// <summary>Its <c>@stream</c>, or <c>null</c>.</summary>
    public DirectiveNode? Stream { get; } = IncrementalDirectives.Find(Node, IncrementalDirectives.Stream);
}

/// <summary>
/// The fields of a selection set by response name, inline fragments included, and the fragments that it spreads.
/// One instance for each selection set and type, so that identity tells what was compared already.
/// </summary>
internal sealed class FieldSet
{
    public OrderedDictionary<string, List<SelectedField>> Fields { get; } = [];

    public List<FragmentDefinitionNode> Fragments { get; } = [];

    public void Add(SelectedField field)
    {
        if (!Fields.TryGetValue(field.Node.ResponseName, out var same)) Fields[field.Node.ResponseName] = same = [];
        same.Add(field);
    }
}
