using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation;

/// <summary>The fragments of a document and who uses them. Nothing here recurses, so that no chain of fragments is too long.</summary>
internal sealed class FragmentIndex(DocumentNode document, Action<int> countVisits)
{
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, FragmentDefinitionNode>? _fragments;

    // Of two fragments with one name the later counts; another rule refuses the document.
    public FragmentDefinitionNode? Find(string name)
    {
        if (_fragments is null)
        {
            _fragments = [];
            foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) _fragments[fragment.Name.Value] = fragment;
        }

        return _fragments.GetValueOrDefault(name);
    }

    public IReadOnlyList<FragmentSpreadNode> GetSpreads(SelectionSetNode selectionSet)
    {
        if (!_spreads.TryGetValue(selectionSet, out var spreads)) _spreads[selectionSet] = spreads = CollectSpreads(selectionSet);
        return spreads;
    }

    public List<FragmentDefinitionNode> GetReferenced(ReadOnlySpan<OperationDefinitionNode> operations)
    {
        var fragments = new List<FragmentDefinitionNode>();
        var known = new HashSet<string>();
        foreach (var operation in operations) Follow(operation.SelectionSet, known, fragments);
        for (var i = 0; i < fragments.Count; i++) Follow(fragments[i].SelectionSet, known, fragments);
        return fragments;
    }

    private void Follow(SelectionSetNode selectionSet, HashSet<string> known, List<FragmentDefinitionNode> fragments)
    {
        var spreads = GetSpreads(selectionSet);
        countVisits(spreads.Count);
        foreach (var spread in spreads)
        {
            if (known.Add(spread.Name.Value) && Find(spread.Name.Value) is { } fragment) fragments.Add(fragment);
        }
    }

    private static List<FragmentSpreadNode> CollectSpreads(SelectionSetNode selectionSet)
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([selectionSet]);
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Selections)
            {
                if (selection is FragmentSpreadNode spread) spreads.Add(spread);
                else if (selection is FieldNode { SelectionSet: { } nested }) pending.Push(nested);
                else if (selection is InlineFragmentNode inline) pending.Push(inline.SelectionSet);
            }
        }

        return spreads;
    }
}
