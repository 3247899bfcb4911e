using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Finds what an operation demands of who sends it: what its fields demand, on every type that an object may have, skipped or not. Goes
/// over each selection set once for each type, on a stack of its own, so that no document makes it slow or deep.
/// </summary>
internal sealed class RequestDemands(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
{
    private readonly Stack<(SelectionSetNode Set, NamedType Type)> _open = new();
    private readonly HashSet<(SelectionSetNode, NamedType)> _seen = [];
    private readonly List<AuthorizationDemand> _found = [];

    /// <summary>The demands of an operation, none twice, in the order of its fields.</summary>
    public static IReadOnlyList<AuthorizationDemand> Of(PreparedOperation operation)
    {
        var demands = new RequestDemands(operation.Schema, operation.Fragments);
        demands.Visit(operation.Definition.SelectionSet, operation.RootType);
        while (demands._open.TryPop(out var next))
        {
            foreach (var selection in next.Set.Selections) demands.Visit(selection, next.Type);
        }

        return [.. demands._found.DistinctBy(demand => (demand.Policy, string.Join(',', demand.Roles)))];
    }

    private void Visit(SelectionNode selection, NamedType type)
    {
        if (selection is FieldNode field) Visit(field, type);
        else if (selection is InlineFragmentNode inline) Visit(inline.SelectionSet, Narrowed(inline.TypeCondition, type));
        else if (selection is FragmentSpreadNode spread && fragments.TryGetValue(spread.Name.Value, out var fragment))
            Visit(fragment.SelectionSet, Narrowed(fragment.TypeCondition, type));
    }

    /// <summary>The name of a type tells something of an object, so it demands what the type does.</summary>
    private void Visit(FieldNode node, NamedType type)
    {
        foreach (var member in schema.GetPossibleTypes(type))
        {
            if (Introspection.FindField(schema, member, node.Name.Value) is not { } field) continue;
            _found.AddRange(field == Introspection.TypeNameField ? member.RequestDemands : field.RequestDemands);
            if (node.SelectionSet is { } set) Visit(set, field.Type.Named);
        }
    }

    private void Visit(SelectionSetNode set, NamedType type)
    {
        if (_seen.Add((set, type))) _open.Push((set, type));
    }

    private NamedType Narrowed(NamedTypeNode? condition, NamedType type) =>
        condition is not null && schema.Types.TryGetValue(condition.Name.Value, out var named) ? named : type;
}
