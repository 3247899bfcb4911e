using System.Runtime.CompilerServices;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Nothing of a subscription's events comes later, unless a variable may say that it does not.
/// Specification, working draft (incremental delivery): 5.7.5 Defer And Stream Directives Are Used On Valid Operations.
/// </summary>
public sealed class DeferStreamDirectiveOnValidOperationsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var harmless = new HashSet<string>();
        on.Enter<OperationDefinitionNode>(operation =>
        {
            if (operation.Operation != OperationType.Subscription) return;
            var check = new Check(context, harmless);
            check.Visit(operation.SelectionSet);
            if (check.IsPassed) harmless.UnionWith(check.Visited);
        });
    }

    private sealed class Check(ValidationContext context, HashSet<string> harmless)
    {
        private readonly Stack<SyntaxNode> _spreads = new();

        public HashSet<string> Visited { get; } = [];

        public bool IsPassed { get; private set; } = true;

        public void Visit(SelectionSetNode? set)
        {
            if (set is null) return;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var selection in set.Selections)
            {
                if (!MayBeSkipped(selection)) Visit(selection);
            }
        }

        private void Visit(SelectionNode selection)
        {
            foreach (var directive in selection.Directives.Where(directive => IncrementalDirectives.Is(directive) && !MayBeOff(directive))) Refuse(directive);
            if (selection is FieldNode field) Visit(field.SelectionSet);
            else if (selection is InlineFragmentNode inline) Visit(inline.SelectionSet);
            else Visit((FragmentSpreadNode)selection);
        }

        private void Visit(FragmentSpreadNode spread)
        {
            var name = spread.Name.Value;
            if (harmless.Contains(name) || !Visited.Add(name) || context.GetFragment(name) is not { } fragment) return;
            _spreads.Push(spread);
            Visit(fragment.SelectionSet);
            _spreads.Pop();
        }

        private void Refuse(DirectiveNode directive)
        {
            IsPassed = false;
            var name = directive.Name.Value;
            context.Report(
                $"{char.ToUpperInvariant(name[0])}{name[1..]} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.",
                [directive, .. _spreads]);
        }

        private static bool MayBeSkipped(SelectionNode selection) =>
            (IncrementalDirectives.Find(selection, SpecifiedDirectives.Skip) is { } skip && IncrementalDirectives.Argument(skip, "if") is not BooleanValueNode { Value: false })
            || (IncrementalDirectives.Find(selection, SpecifiedDirectives.Include) is { } include
                && IncrementalDirectives.Argument(include, "if") is not (null or BooleanValueNode { Value: true }));

        private static bool MayBeOff(DirectiveNode directive) =>
            IncrementalDirectives.Argument(directive, "if") is VariableNode or BooleanValueNode { Value: false };
    }
}
