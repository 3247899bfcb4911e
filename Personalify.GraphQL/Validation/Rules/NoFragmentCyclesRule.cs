using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A fragment does not contain itself, not even through other fragments: its result would be infinite.
/// The search keeps its own stack, so that no chain of fragments is too long for it.
/// Specification: 5.5.2.2 Fragment Spreads Must Not Form Cycles,
/// https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles
/// </summary>
public sealed class NoFragmentCyclesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var search = new CycleSearch(context);
        on.Skip<OperationDefinitionNode>();
        on.Enter<FragmentDefinitionNode>(fragment =>
        {
            search.Start(fragment);
            return VisitAction.Skip;
        });
    }

    private sealed class CycleSearch(ValidationContext context)
    {
        private readonly HashSet<string> _visited = [];
        private readonly Stack<Frame> _frames = [];
        private readonly List<FragmentSpreadNode> _path = [];

        // Where in the path the spreads of each open fragment begin.
        private readonly Dictionary<string, int> _starts = [];

        public void Start(FragmentDefinitionNode fragment)
        {
            TryOpen(fragment);
            while (_frames.TryPeek(out var frame))
            {
                if (frame.TryTakeSpread() is { } spread) Follow(spread);
                else Close(frame);
            }
        }

        private void Follow(FragmentSpreadNode spread)
        {
            _path.Add(spread);
            if (_starts.TryGetValue(spread.Name.Value, out var start)) ReportCycle(_path[start..]);
            else if (context.GetFragment(spread.Name.Value) is { } fragment && TryOpen(fragment)) return;
            _path.RemoveAt(_path.Count - 1);
        }

        private bool TryOpen(FragmentDefinitionNode fragment)
        {
            if (!_visited.Add(fragment.Name.Value)) return false;
            _starts[fragment.Name.Value] = _path.Count;
            _frames.Push(new Frame(fragment.Name.Value, context.GetFragmentSpreads(fragment.SelectionSet)));
            return true;
        }

        private void Close(Frame frame)
        {
            _frames.Pop();
            _starts.Remove(frame.Name);
            if (_path.Count > 0) _path.RemoveAt(_path.Count - 1);
        }

        private void ReportCycle(List<FragmentSpreadNode> cycle)
        {
            var via = cycle.Count > 1 ? $" via {string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""))}" : "";
            context.Report($"Cannot spread fragment \"{cycle[^1].Name.Value}\" within itself{via}.", [.. cycle]);
        }
    }

    private sealed class Frame(string name, IReadOnlyList<FragmentSpreadNode> spreads)
    {
        private int _next;

        public string Name { get; } = name;

        public FragmentSpreadNode? TryTakeSpread() => _next < spreads.Count ? spreads[_next++] : null;
    }
}
