using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A subscription has one root field, which is none of introspection. <c>@skip</c> and <c>@include</c> may not stand there,
/// because variables must not decide what is subscribed to.
/// Specification: 5.2.4.1 Single Root Field, https://spec.graphql.org/September2025/#sec-Single-Root-Field
/// </summary>
public sealed class SingleFieldSubscriptionsRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<OperationDefinitionNode>(operation =>
    {
        if (operation.Operation != OperationType.Subscription || context.Schema.SubscriptionType is not { } root) return;

        var subscription = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var collector = new RootFieldCollector(context, root);
        collector.Collect(operation.SelectionSet);
        if (collector.Forbidden.Count > 0)
        {
            context.Report(
                $"{subscription} must not use `@skip` or `@include` directives in the top level selection.",
                [.. collector.Forbidden]);
            return;
        }

        CheckCount(context, operation, subscription, collector.Fields);
        foreach (var fields in collector.Fields.Values.Where(fields => fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            context.Report($"{subscription} must not select an introspection top level field.", [.. fields]);
        }
    });

    private static void CheckCount(
        ValidationContext context,
        OperationDefinitionNode operation,
        string subscription,
        OrderedDictionary<string, List<FieldNode>> fields)
    {
        if (fields.Count == 0) context.Report($"{subscription} must select one top level field.", operation.SelectionSet);
        if (fields.Count > 1)
            context.Report($"{subscription} must select only one top level field.", [.. fields.Values.Skip(1).SelectMany(same => same)]);
    }

    /// <summary>
    /// Collects the root fields by response name, as execution would, but with every condition forbidden. Keeps its own stack,
    /// because chains of fragments may be long.
    /// </summary>
    private sealed class RootFieldCollector(ValidationContext context, ObjectType root)
    {
        private readonly HashSet<string> _visited = [];

        public OrderedDictionary<string, List<FieldNode>> Fields { get; } = [];

        public List<DirectiveNode> Forbidden { get; } = [];

        public void Collect(SelectionSetNode selectionSet)
        {
            var open = new Stack<IEnumerator<SelectionNode>>([selectionSet.Selections.GetEnumerator()]);
            while (open.TryPeek(out var selections))
            {
                if (!selections.MoveNext()) open.Pop().Dispose();
                else if (FindCondition(selections.Current) is { } condition) Forbidden.Add(condition);
                else if (selections.Current is FieldNode field) Add(field);
                else if (GetNested(selections.Current) is { } nested) open.Push(nested.Selections.GetEnumerator());
            }
        }

        private static DirectiveNode? FindCondition(SelectionNode selection) =>
            selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip")
            ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");

        private SelectionSetNode? GetNested(SelectionNode selection)
        {
            if (selection is InlineFragmentNode inline) return Applies(inline.TypeCondition) ? inline.SelectionSet : null;
            if (selection is not FragmentSpreadNode spread || context.GetFragment(spread.Name.Value) is not { } fragment) return null;
            context.CountFragmentVisits(1);
            return Applies(fragment.TypeCondition) && _visited.Add(spread.Name.Value) ? fragment.SelectionSet : null;
        }

        private void Add(FieldNode field)
        {
            if (!Fields.TryGetValue(field.ResponseName, out var same)) Fields[field.ResponseName] = same = [];
            same.Add(field);
        }

        private bool Applies(NamedTypeNode? condition)
        {
            if (condition is null) return true;
            return TypeFromAst.FindNamed(context.Schema, condition) is { } type && context.Schema.IsPossibleType(type, root);
        }
    }
}
