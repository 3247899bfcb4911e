using System.Runtime.CompilerServices;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// Root fields of mutations and subscriptions come at once: mutations run one after the other, and a subscription has one field.
/// Specification, working draft (incremental delivery): 5.7.4 Defer And Stream Directives Are Used On Valid Root Field.
/// </summary>
public sealed class DeferStreamDirectiveOnRootFieldRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var harmless = new HashSet<string>();
        on.Enter<OperationDefinitionNode>(operation =>
        {
            if (operation.Operation == OperationType.Query || context.Schema.GetRootType(operation.Operation) is not { } root) return;
            var check = new Check(context, $"root {SyntaxPrinter.PrintOperationType(operation.Operation)} type \"{root.Name}\"", harmless);
            check.Visit(operation.SelectionSet);
            if (check.IsPassed) harmless.UnionWith(check.Visited);
        });
    }

    private sealed class Check(ValidationContext context, string root, HashSet<string> harmless)
    {
        public HashSet<string> Visited { get; } = [];

        public bool IsPassed { get; private set; } = true;

        public void Visit(SelectionSetNode set)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var selection in set.Selections) Visit(selection);
        }

        private void Visit(SelectionNode selection)
        {
            switch (selection)
            {
                case FieldNode:
                    Refuse(selection, IncrementalDirectives.Stream, "Stream");
                    break;
                case InlineFragmentNode inline:
                    Refuse(selection, IncrementalDirectives.Defer, "Defer");
                    Visit(inline.SelectionSet);
                    break;
                case FragmentSpreadNode { Name.Value: var name } when Visited.Add(name) && context.GetFragment(name) is { } fragment:
                    Refuse(selection, IncrementalDirectives.Defer, "Defer");
                    if (!harmless.Contains(name)) Visit(fragment.SelectionSet);
                    break;
            }
        }

        private void Refuse(SelectionNode selection, DirectiveType directive, string name)
        {
            if (IncrementalDirectives.Find(selection, directive) is not { } found) return;
            IsPassed = false;
            context.Report($"{name} directive cannot be used on {root}.", found);
        }
    }
}
