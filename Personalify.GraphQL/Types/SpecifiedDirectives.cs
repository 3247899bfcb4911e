using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>
/// The directives that the specification defines. One instance each, shared by all schemas. Specification: 3.13 Directives.
/// </summary>
public static class SpecifiedDirectives
{
    /// <summary>The reason of <c>@deprecated</c> when none is given.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary>Leaves a selection out. Specification: 3.13.1.</summary>
    public static DirectiveType Skip { get; } = Define(
        "skip",
        "Directs the executor to skip this field or fragment when the `if` argument is true.",
        ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        new InputField("if", new NonNullType(SpecifiedScalars.Boolean)) { Description = "Skipped when true." });

    /// <summary>Keeps a selection only on a condition. Specification: 3.13.2.</summary>
    public static DirectiveType Include { get; } = Define(
        "include",
        "Directs the executor to include this field or fragment only when the `if` argument is true.",
        ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        new InputField("if", new NonNullType(SpecifiedScalars.Boolean)) { Description = "Included when true." });

    /// <summary>Marks a definition as not to be used any more. Specification: 3.13.3.</summary>
    public static DirectiveType Deprecated { get; } = Define(
        "deprecated",
        "Marks an element of a GraphQL schema as no longer supported.",
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
        new InputField("reason", new NonNullType(SpecifiedScalars.String))
        {
            Description = "Why it should not be used any more and what to use instead, in Markdown.",
            DefaultValue = new StringValueNode(DefaultDeprecationReason),
        });

    /// <summary>Says where a scalar's format is specified. Specification: 3.13.4.</summary>
    public static DirectiveType SpecifiedBy { get; } = Define(
        "specifiedBy",
        "Exposes a URL that specifies the behavior of this scalar.",
        ["SCALAR"],
        new InputField("url", new NonNullType(SpecifiedScalars.String)) { Description = "The URL." });

    /// <summary>Exactly one field of the input object must be given. Specification: 3.13.5.</summary>
    public static DirectiveType OneOf { get; } = Define(
        "oneOf",
        "Indicates exactly one field must be supplied and this field must not be `null`.",
        ["INPUT_OBJECT"]);

    /// <summary>All five.</summary>
    public static IReadOnlyList<DirectiveType> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    /// <summary>Whether the name is one of the five.</summary>
    public static bool Contains(string name) => All.Any(directive => directive.Name == name);

    private static DirectiveType Define(string name, string description, string[] locations, params InputField[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description };
        directive.Locations.AddRange(locations);
        directive.Arguments.AddRange(arguments);
        return directive;
    }
}
