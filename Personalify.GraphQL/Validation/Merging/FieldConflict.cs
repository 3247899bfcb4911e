using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Merging;

/// <summary>Two fields with one response name that cannot be merged.</summary>
/// <param name="ResponseName">The response name.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
/// <param name="Left">The one field, and below it those that are to blame.</param>
/// <param name="Right">The other field, and below it those that are to blame.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right)
{
    // A conflict that consists of many must not make an error that is larger than the document.
    private const int MaxFields = 20;
    private const int MaxReasonLength = 1000;

    public static FieldConflict Between(SelectedField left, SelectedField right, string reason) =>
        new(left.Node.ResponseName, reason, [left.Node], [right.Node]);

    /// <summary>The conflict of two fields whose sub-selections conflict.</summary>
    public static FieldConflict Above(SelectedField left, SelectedField right, IReadOnlyList<FieldConflict> conflicts)
    {
        var reasons = conflicts.Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}");
        var reason = string.Join(" and ", TakeWhileShort(reasons));
        return new FieldConflict(
            left.Node.ResponseName,
            reason.Length <= MaxReasonLength ? reason : $"{reason.AsSpan(0, MaxReasonLength)}...",
            CollectFields(left.Node, conflicts.Select(conflict => conflict.Left)),
            CollectFields(right.Node, conflicts.Select(conflict => conflict.Right)));
    }

    // Of the conflict that does not fit any more the last fields are kept: the deepest ones, which tell most.
    private static List<FieldNode> CollectFields(FieldNode top, IEnumerable<IReadOnlyList<FieldNode>> below)
    {
        var fields = new List<FieldNode> { top };
        foreach (var conflict in below.TakeWhile(_ => fields.Count < MaxFields))
        {
            fields.AddRange(conflict.TakeLast(MaxFields - fields.Count));
        }

        return fields;
    }

    private static IEnumerable<string> TakeWhileShort(IEnumerable<string> parts)
    {
        var length = 0;
        foreach (var part in parts)
        {
            yield return part;
            length += part.Length;
            if (length > MaxReasonLength) yield break;
        }
    }
}
