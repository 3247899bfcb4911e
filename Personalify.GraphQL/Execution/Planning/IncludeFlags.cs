using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The values of the variables that <c>@skip</c> and <c>@include</c> of a document look at. A plan is made for one combination,
/// so that nothing is decided per field and the order of the response is the one of the selections that take part.
/// </summary>
internal sealed class IncludeFlags
{
    private readonly Dictionary<string, bool> _values = [];

    public static IncludeFlags None { get; } = new();

    /// <summary>Tells combinations apart: one character for each variable.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Whether a selection takes part; <c>@skip</c> wins over <c>@include</c>. Specification: 3.13.1, 3.13.2.</summary>
    public bool Includes(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == "skip" && IsTrue(directive)) return false;
            if (directive.Name.Value == "include" && !IsTrue(directive)) return false;
        }

        return true;
    }

    /// <summary>Whether a <c>@defer</c> or <c>@stream</c> is to be heeded; without a word it is.</summary>
    public bool IsActive(DirectiveNode directive) => Condition(directive) switch
    {
        BooleanValueNode constant => constant.Value,
        VariableNode variable => _values.GetValueOrDefault(variable.Name.Value, true),
        _ => true,
    };

    /// <exception cref="CoercionException">A variable is null or was not given.</exception>
    public static IncludeFlags Of(IReadOnlyList<string> names, VariableValues variables)
    {
        if (names.Count == 0) return None;
        var flags = new IncludeFlags { Key = string.Create(names.Count, (names, variables), WriteKey) };
        for (var i = 0; i < names.Count; i++)
        {
            if (flags.Key[i] != '-') flags._values[names[i]] = flags.Key[i] == '1';
        }

        return flags;
    }

    /// <summary>The variables that decide whether selections of the document take part.</summary>
    public static IReadOnlyList<string> FindVariables(DocumentNode document) => FindVariables(document, ["skip", "include"]);

    /// <summary>The same, and those that decide whether they come later.</summary>
    public static IReadOnlyList<string> FindIncrementalVariables(DocumentNode document) =>
        FindVariables(document, ["skip", "include", IncrementalDirectives.Defer.Name, IncrementalDirectives.Stream.Name]);

    private static IReadOnlyList<string> FindVariables(DocumentNode document, string[] directives)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var selection in DocumentSelections.Of(document))
        {
            foreach (var directive in selection.Directives)
            {
                if (directives.Contains(directive.Name.Value) && Condition(directive) is VariableNode variable) names.Add(variable.Name.Value);
            }
        }

        return [.. names];
    }

    private static void WriteKey(Span<char> key, (IReadOnlyList<string> Names, VariableValues Variables) state)
    {
        for (var i = 0; i < key.Length; i++)
        {
            // A variable of another operation of the document is absent here, and no selection of this one asks for it.
            key[i] = !state.Variables.TryGet(state.Names[i], out var value) ? '-' : value switch
            {
                true => '1',
                false => '0',
                _ => throw new CoercionException($"Expected variable \"${state.Names[i]}\" provided to non-null type \"Boolean!\" not to be null."),
            };
        }
    }

    private bool IsTrue(DirectiveNode directive) => Condition(directive) switch
    {
        BooleanValueNode constant => constant.Value,
        VariableNode variable => _values.GetValueOrDefault(variable.Name.Value),
        _ => false,
    };

    private static ValueNode? Condition(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == "if") return argument.Value;
        }

        return null;
    }
}
