namespace Personalify.GraphQL.Internal;

/// <summary>Finds what a mistyped name may have meant.</summary>
internal static class Suggestions
{
    private const int MaxSuggestions = 5;

    /// <summary>The options that resemble the input, the closest first.</summary>
    public static IReadOnlyList<string> Find(string input, IEnumerable<string> options)
    {
        var threshold = (int)Math.Floor(input.Length * 0.4) + 1;
        return [.. options
            .Distinct()
            .Select(option => (Option: option, Distance: MeasureDistance(input, option, threshold)))
            .Where(candidate => candidate.Distance <= threshold)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Option, NaturalOrder.Instance)
            .Select(candidate => candidate.Option)];
    }

    /// <summary>A sentence to append to a message, with a space in front; empty without suggestions.</summary>
    /// <param name="suggestions">At most five are named.</param>
    /// <param name="what">What stands in front of the names, such as <c>"the enum value "</c>.</param>
    public static string DidYouMean(IReadOnlyList<string> suggestions, string what = "")
    {
        if (suggestions.Count == 0) return "";
        string[] quoted = [.. suggestions.Take(MaxSuggestions).Select(name => $"\"{name}\"")];
        return $" Did you mean {what}{JoinWithOr(quoted)}?";
    }

    private static string JoinWithOr(string[] items) => items.Length switch
    {
        1 => items[0],
        2 => $"{items[0]} or {items[1]}",
        _ => $"{string.Join(", ", items[..^1])}, or {items[^1]}",
    };

    // A difference of case alone counts as one edit.
    private static int MeasureDistance(string input, string option, int threshold)
    {
        if (input == option) return 0;
        if (input.Equals(option, StringComparison.OrdinalIgnoreCase)) return 1;
        return Math.Abs(input.Length - option.Length) > threshold
            ? int.MaxValue
            : CountEdits(input.ToLowerInvariant(), option.ToLowerInvariant());
    }

    /// <summary>Damerau and Levenshtein's distance: insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int CountEdits(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) edits[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) edits[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replacement = edits[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                var best = Math.Min(Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1, replacement);
                var isSwap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                edits[i, j] = isSwap ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
            }
        }

        return edits[from.Length, to.Length];
    }
}
