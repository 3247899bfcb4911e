using System.Runtime.CompilerServices;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Merging;

/// <summary>
/// Finds the fields of selection sets that cannot be merged. A fragment is compared with a selection set, and with another
/// fragment, once in a document, not once for each place that spreads it; <see cref="ValidationOptions.MaxAllowedFieldMergeComparisons"/>
/// bounds what remains. <c>shapeOnly</c> says that the fields belong to different objects, so that only their shape must agree.
/// Specification: 5.3.2 Field Selection Merging, https://spec.graphql.org/September2025/#FieldsInSetCanMerge()
/// </summary>
internal sealed class ConflictFinder(ValidationContext context)
{
    private readonly FieldSetCollector _collector = new(context);
    private readonly ComparedPairs _fieldsWithFragments = new();
    private readonly ComparedPairs _fragments = new();
    private int _comparisons;

    /// <summary>The conflicts among the fields of a selection set and the fragments that it spreads.</summary>
    public List<FieldConflict> FindWithin(NamedType? parentType, SelectionSetNode selectionSet)
    {
        var conflicts = new List<FieldConflict>();
        var set = _collector.Collect(parentType, selectionSet);
        foreach (var same in set.Fields.Values) CompareWithin(conflicts, same);
        for (var i = 0; i < set.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, shapeOnly: false, set, set.Fragments[i]);
            for (var j = i + 1; j < set.Fragments.Count; j++)
            {
                CompareFragments(conflicts, shapeOnly: false, set.Fragments[i], set.Fragments[j]);
            }
        }

        return conflicts;
    }

    private void CompareWithin(List<FieldConflict> conflicts, List<SelectedField> same)
    {
        for (var i = 0; i < same.Count; i++)
        {
            for (var j = i + 1; j < same.Count; j++) Compare(conflicts, shapeOnly: false, same[i], same[j]);
        }
    }

    /// <summary>Compares with a fragment and with those that it spreads. A loop, because chains of fragments may be long.</summary>
    private void CompareWithFragment(List<FieldConflict> conflicts, bool shapeOnly, FieldSet set, FragmentDefinitionNode fragment)
    {
        var pending = new Stack<FragmentDefinitionNode>([fragment]);
        while (pending.TryPop(out var current))
        {
            CountComparison();
            if (set.Fields.Count == 0) return;

            var inFragment = _collector.Collect(current);
            if (!_fieldsWithFragments.TryAdd(set, inFragment, shapeOnly) || set == inFragment) continue;
            CompareSets(conflicts, shapeOnly, set, inFragment);
            foreach (var nested in inFragment.Fragments.AsEnumerable().Reverse()) pending.Push(nested);
        }
    }

    /// <summary>Compares two fragments and those that they spread, each with the other.</summary>
    private void CompareFragments(List<FieldConflict> conflicts, bool shapeOnly, FragmentDefinitionNode left, FragmentDefinitionNode right)
    {
        var pending = new Stack<(FragmentDefinitionNode, FragmentDefinitionNode)>([(left, right)]);
        while (pending.TryPop(out var pair))
        {
            CountComparison();
            var (one, other) = pair;
            if (ReferenceEquals(one, other)) continue;

            var inOne = _collector.Collect(one);
            var inOther = _collector.Collect(other);
            if (!_fragments.TryAddUnordered(inOne, inOther, shapeOnly)) continue;
            CompareSets(conflicts, shapeOnly, inOne, inOther);
            foreach (var nested in inOne.Fragments.AsEnumerable().Reverse()) pending.Push((nested, other));
            foreach (var nested in inOther.Fragments.AsEnumerable().Reverse()) pending.Push((one, nested));
        }
    }

    private void CompareSets(List<FieldConflict> conflicts, bool shapeOnly, FieldSet left, FieldSet right)
    {
        foreach (var (responseName, inLeft) in left.Fields)
        {
            if (!right.Fields.TryGetValue(responseName, out var inRight)) continue;
            foreach (var one in inLeft)
            {
                foreach (var other in inRight) Compare(conflicts, shapeOnly, one, other);
            }
        }
    }

    private void Compare(List<FieldConflict> conflicts, bool shapeOnly, SelectedField left, SelectedField right)
    {
        if (Find(shapeOnly, left, right) is { } conflict) conflicts.Add(conflict);
    }

    private FieldConflict? Find(bool shapeOnly, SelectedField left, SelectedField right)
    {
        CountComparison();
        if (left.IsPlain && right.IsPlain && left.Definition is not null && left.Definition == right.Definition) return null;

        shapeOnly |= left.ParentType != right.ParentType && left.ParentType is ObjectType && right.ParentType is ObjectType;
        if (FindDifference(shapeOnly, left, right) is { } reason) return FieldConflict.Between(left, right, reason);
        if (left.Node.SelectionSet is null || right.Node.SelectionSet is null) return null;

        var conflicts = FindBelow(shapeOnly, left, right);
        return conflicts.Count == 0 ? null : FieldConflict.Above(left, right, conflicts);
    }

    /// <summary>What speaks against merging the two fields themselves, or <c>null</c>.</summary>
    private static string? FindDifference(bool shapeOnly, SelectedField left, SelectedField right)
    {
        var (leftName, rightName) = (left.Node.Name.Value, right.Node.Name.Value);
        if (!shapeOnly && leftName != rightName) return $"\"{leftName}\" and \"{rightName}\" are different fields";
        if (!shapeOnly && !ValueComparer.AreEqual(left.Node.Arguments, right.Node.Arguments)) return "they have differing arguments";

        if (left.Stream is not null || right.Stream is not null) return OfStreams(left, right);
        return left.Definition?.Type is { } leftType && right.Definition?.Type is { } rightType && HaveDifferentShapes(leftType, rightType)
            ? $"they return conflicting types \"{leftType}\" and \"{rightType}\""
            : null;
    }

    /// <summary>
    /// A list is streamed once. Even where both say the same, it is open how the items that one of them leaves out would be told apart from
    /// those of the other.
    /// </summary>
    private static string OfStreams(SelectedField left, SelectedField right)
    {
        const string Overlap = "they have overlapping stream directives";
        var isSame = left.Stream is { } one && right.Stream is { } other && ValueComparer.AreEqual(one.Arguments, other.Arguments);
        return isSame ? Overlap + ". See https://github.com/graphql/defer-stream-wg/discussions/100" : Overlap;
    }

    /// <summary>The conflicts between the sub-selections of two fields.</summary>
    private List<FieldConflict> FindBelow(bool shapeOnly, SelectedField left, SelectedField right)
    {
        var conflicts = new List<FieldConflict>();
        var inLeft = _collector.Collect(left.Definition?.Type.Named, left.Node.SelectionSet!);
        var inRight = _collector.Collect(right.Definition?.Type.Named, right.Node.SelectionSet!);
        CompareSets(conflicts, shapeOnly, inLeft, inRight);
        foreach (var fragment in inRight.Fragments) CompareWithFragment(conflicts, shapeOnly, inLeft, fragment);
        foreach (var fragment in inLeft.Fragments) CompareWithFragment(conflicts, shapeOnly, inRight, fragment);
        foreach (var one in inLeft.Fragments)
        {
            foreach (var other in inRight.Fragments) CompareFragments(conflicts, shapeOnly, one, other);
        }

        return conflicts;
    }

    // Specification: SameResponseShape(), the part about types.
    private static bool HaveDifferentShapes(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (ListType a, ListType b) => HaveDifferentShapes(a.OfType, b.OfType),
        (ListType, _) or (_, ListType) => true,
        (NonNullType a, NonNullType b) => HaveDifferentShapes(a.OfType, b.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        _ => (left is ScalarType or EnumType || right is ScalarType or EnumType) && left != right,
    };

    private void CountComparison()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_comparisons <= context.Options.MaxAllowedFieldMergeComparisons) return;
        throw ValidationContext.Abort(
            $"The fields of the document would have to be compared more than {context.Options.MaxAllowedFieldMergeComparisons} times to see whether "
            + "they can be merged. Validation aborted; use fewer fields with the same response name and fewer fragments.",
            ErrorCodes.ValidationBudget);
    }
}
