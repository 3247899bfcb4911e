using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Collects as <see cref="FieldCollector"/> does, and remembers which deferred fragment each node stands in. Specification, working
/// draft: 6.3.2 Field Collection.
/// </summary>
internal sealed class DeferredFieldCollector(OperationPlan operation, ObjectType type)
{
    private readonly HashSet<(string Fragment, DirectiveNode? Defer)> _visited = new(new VisitComparer());
    private readonly Stack<(IReadOnlyList<SelectionNode> Selections, int Next, DeferUsage? Usage)> _open = new();

    public OrderedDictionary<string, CollectedField> Fields { get; } = [];

    /// <summary>The deferred fragments that begin here, outer ones first.</summary>
    public List<DeferUsage> NewUsages { get; } = [];

    public void Collect(SelectionSetNode set, DeferUsage? usage)
    {
        _open.Push((set.Selections, 0, usage));
        while (_open.TryPop(out var position))
        {
            if (position.Next == position.Selections.Count) continue;
            _open.Push(position with { Next = position.Next + 1 });
            var selection = position.Selections[position.Next];
            if (operation.Flags.Includes(selection)) Collect(selection, position.Usage);
        }
    }

    private void Collect(SelectionNode selection, DeferUsage? usage)
    {
        switch (selection)
        {
            case FieldNode field:
                Add(field, usage);
                break;
            case InlineFragmentNode fragment when Applies(fragment.TypeCondition):
                Open(fragment.SelectionSet, Defer(selection, usage), usage);
                break;
            case FragmentSpreadNode spread when operation.Fragments.TryGetValue(spread.Name.Value, out var named) && Applies(named.TypeCondition):
                Spread(spread, named, usage);
                break;
        }
    }

    private void Add(FieldNode field, DeferUsage? usage)
    {
        if (!Fields.TryGetValue(field.ResponseName, out var same)) Fields.Add(field.ResponseName, same = new CollectedField([], []));
        same.Nodes.Add(field);
        same.Usages.Add(usage);
    }

    /// <summary>A fragment that was spread without being deferred adds nothing when it is spread again, deferred or not.</summary>
    private void Spread(FragmentSpreadNode spread, FragmentDefinitionNode fragment, DeferUsage? usage)
    {
        var deferred = Defer(spread, usage);
        var name = spread.Name.Value;
        if (_visited.Contains((name, null)) || !_visited.Add((name, (deferred ?? usage)?.Directive))) return;
        Open(fragment.SelectionSet, deferred, usage);
    }

    private void Open(SelectionSetNode set, DeferUsage? deferred, DeferUsage? around)
    {
        if (deferred is not null) NewUsages.Add(deferred);
        _open.Push((set.Selections, 0, deferred ?? around));
    }

    private DeferUsage? Defer(SelectionNode selection, DeferUsage? around) =>
        IncrementalDirectives.Find(selection, IncrementalDirectives.Defer) is { } directive && operation.Flags.IsActive(directive)
            ? new DeferUsage(directive, IncrementalDirectives.LabelOf(directive), around)
            : null;

    private bool Applies(NamedTypeNode? condition) =>
        condition is null || (operation.Schema.Types.TryGetValue(condition.Name.Value, out var named) && operation.Schema.IsPossibleType(named, type));

    /// <summary>Nodes are values, so that equal text is equal; what counts here is the place.</summary>
    private sealed class VisitComparer : IEqualityComparer<(string Fragment, DirectiveNode? Defer)>
    {
        public bool Equals((string Fragment, DirectiveNode? Defer) x, (string Fragment, DirectiveNode? Defer) y) =>
            ReferenceEquals(x.Defer, y.Defer) && x.Fragment == y.Fragment;

        public int GetHashCode((string Fragment, DirectiveNode? Defer) visit) =>
            HashCode.Combine(visit.Fragment, visit.Defer is null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(visit.Defer));
    }
}
