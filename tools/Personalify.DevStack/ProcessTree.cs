using System.Globalization;

namespace Personalify.DevStack;

/// <summary>Who started whom, as Linux tells it; other systems tell nothing here.</summary>
internal static class ProcessTree
{
    /// <summary>The processes that a process has started itself, as PostgreSQL does for each connection.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process)
    {
        var file = $"/proc/{process}/task/{process}/children";
        return File.Exists(file)
            ? [.. File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
                int.Parse(text, CultureInfo.InvariantCulture))]
            : [];
    }
}
