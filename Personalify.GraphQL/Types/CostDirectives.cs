using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>
/// The directives by which a schema says what its fields cost. A schema holds them when it uses them, so that clients can
/// compute the cost of an operation too. IBM GraphQL Cost Specification, 5 Schema Directives.
/// </summary>
public static class CostDirectives
{
    /// <summary><c>@cost</c>: the weight of a field, an argument, an input field or a type.</summary>
    public static DirectiveType Cost { get; } = Define(
        "cost",
        "What a field, an argument or a value of a type costs.",
        ["ARGUMENT_DEFINITION", "ENUM", "FIELD_DEFINITION", "INPUT_FIELD_DEFINITION", "OBJECT", "SCALAR"],
        new InputField("weight", new NonNullType(SpecifiedScalars.String)) { Description = "The weight, a number." });

    /// <summary><c>@listSize</c>: how long the list of a field is.</summary>
    public static DirectiveType ListSize { get; } = Define(
        "listSize",
        "How long the list of a field is.",
        ["FIELD_DEFINITION"],
        new InputField("assumedSize", SpecifiedScalars.Int) { Description = "The length when no slicing argument says it." },
        new InputField("slicingArguments", Names()) { Description = "The arguments that say how long the list may be." },
        new InputField("sizedFields", Names()) { Description = "The fields below that are the list, when the field itself is none." },
        new InputField("requireOneSlicingArgument", new NonNullType(SpecifiedScalars.Boolean))
        {
            Description = "Whether exactly one slicing argument must be given.",
            DefaultValue = new BooleanValueNode(true),
        });

    /// <summary>Both.</summary>
    public static IReadOnlyList<DirectiveType> All { get; } = [Cost, ListSize];

    private static ListType Names() => new(new NonNullType(SpecifiedScalars.String));

    private static DirectiveType Define(string name, string description, string[] locations, params InputField[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description };
        directive.Locations.AddRange(locations);
        directive.Arguments.AddRange(arguments);
        return directive;
    }
}
