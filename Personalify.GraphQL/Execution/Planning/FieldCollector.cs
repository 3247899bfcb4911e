using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Collects the fields that selection sets ask of an object type: by response name, in the order of first appearance, each
/// with all its nodes. Specification: 6.3.2 Field Collection.
/// </summary>
internal sealed class FieldCollector(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, IncludeFlags flags, ObjectType type)
{
    private readonly OrderedDictionary<string, List<FieldNode>> _fields = [];
    private readonly HashSet<string> _visitedFragments = [];
    private readonly Stack<(IReadOnlyList<SelectionNode> Selections, int Next)> _open = new();

    public OrderedDictionary<string, List<FieldNode>> Fields => _fields;

    /// <summary>Goes through a selection set. Fragments nest on a stack of ours: a chain of them may be longer than the thread's.</summary>
    public void Collect(SelectionSetNode set)
    {
        _open.Push((set.Selections, 0));
        while (_open.TryPop(out var position))
        {
            if (position.Next == position.Selections.Count) continue;
            _open.Push(position with { Next = position.Next + 1 });
            var selection = position.Selections[position.Next];
            if (flags.Includes(selection)) Collect(selection);
        }
    }

    private void Collect(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                Add(field);
                break;
            case InlineFragmentNode fragment when Applies(fragment.TypeCondition):
                _open.Push((fragment.SelectionSet.Selections, 0));
                break;
            case FragmentSpreadNode spread when _visitedFragments.Add(spread.Name.Value):
                if (fragments.TryGetValue(spread.Name.Value, out var named) && Applies(named.TypeCondition)) _open.Push((named.SelectionSet.Selections, 0));
                break;
        }
    }

    private void Add(FieldNode field)
    {
        if (!_fields.TryGetValue(field.ResponseName, out var nodes)) _fields.Add(field.ResponseName, nodes = []);
        nodes.Add(field);
    }

    private bool Applies(NamedTypeNode? condition) =>
        condition is null || (schema.Types.TryGetValue(condition.Name.Value, out var named) && schema.IsPossibleType(named, type));
}
