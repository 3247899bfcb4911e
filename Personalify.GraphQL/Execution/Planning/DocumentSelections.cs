using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Execution;

/// <summary>Walks over every selection of a document, however deep, without recursion.</summary>
internal static class DocumentSelections
{
    public static IEnumerable<SelectionNode> Of(DocumentNode document)
    {
        var open = new Stack<SelectionSetNode>();
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation) open.Push(operation.SelectionSet);
            if (definition is FragmentDefinitionNode fragment) open.Push(fragment.SelectionSet);
        }

        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                yield return selection;
                if (SelectionSetOf(selection) is { } inner) open.Push(inner);
            }
        }
    }

    private static SelectionSetNode? SelectionSetOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode fragment => fragment.SelectionSet,
        _ => null,
    };
}
