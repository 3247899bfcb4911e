using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>
/// The directives by which a client lets parts of an answer come later. A schema holds them when it allows that, see
/// <c>SchemaOptions</c>. Specification, working draft (incremental delivery): 3.13 Directives.
/// </summary>
public static class IncrementalDirectives
{
    /// <summary><c>@defer</c>: a fragment may be delivered after the rest.</summary>
    public static DirectiveType Defer { get; } = Define(
        "defer",
        "Directs the executor to deliver this fragment later when the `if` argument is true or undefined.",
        ["FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        If("Deferred when true or undefined."),
        Label());

    /// <summary><c>@stream</c>: the items of a list may be delivered after the rest.</summary>
    public static DirectiveType Stream { get; } = Define(
        "stream",
        "Directs the executor to deliver further items of this list later when the `if` argument is true or undefined.",
        ["FIELD"],
        If("Streamed when true or undefined."),
        Label(),
        new InputField("initialCount", new NonNullType(SpecifiedScalars.Int))
        {
            Description = "How many items are delivered with the rest.",
            DefaultValue = new IntValueNode("0"),
        });

    /// <summary>Whether the directive is one of the two.</summary>
    internal static bool Is(DirectiveNode directive) => directive.Name.Value is "defer" or "stream";

    /// <summary>Whether the selection may be delivered later than what stands around it.</summary>
    internal static bool StandOn(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (Is(directive)) return true;
        }

        return false;
    }

    /// <summary>The directive of a selection, or <c>null</c>.</summary>
    internal static DirectiveNode? Find(SelectionNode selection, DirectiveType wanted)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == wanted.Name) return directive;
        }

        return null;
    }

    /// <summary>The label by which the client knows the part again; a literal, because validation demands it.</summary>
    internal static string? LabelOf(DirectiveNode directive) => (Argument(directive, "label") as StringValueNode)?.Value;

    /// <summary>What an argument is given as, or <c>null</c>.</summary>
    internal static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    private static InputField If(string description) =>
        new("if", new NonNullType(SpecifiedScalars.Boolean)) { Description = description, DefaultValue = new BooleanValueNode(true) };

    private static InputField Label() => new("label", SpecifiedScalars.String) { Description = "A name that no other part of the document has." };

    private static DirectiveType Define(string name, string description, string[] locations, params InputField[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description };
        directive.Locations.AddRange(locations);
        directive.Arguments.AddRange(arguments);
        return directive;
    }
}
