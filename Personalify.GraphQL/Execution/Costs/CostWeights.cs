using System.Globalization;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>Reads weights and list sizes from the directives of a schema.</summary>
internal sealed class CostWeights(CostOptions options)
{
    public static double OfField(OutputField field) => Read(field.AppliedDirectives) ?? OfType(field.Type.Named);

    /// <summary>Composite types cost 1 and leaves nothing, unless they say otherwise.</summary>
    public static double OfType(NamedType type) => Read(type.AppliedDirectives) ?? (type is ScalarType or EnumType ? 0 : 1);

    /// <summary>What giving the argument costs, its input fields aside.</summary>
    public double OfArgument(InputField argument, bool isVariable)
    {
        if (Read(argument.AppliedDirectives) is { } weight) return weight;
        if (Convention(argument) is not { } convention) return 0;
        return convention.DefaultArgumentCost * (isVariable ? convention.VariableMultiplier : 1);
    }

    /// <summary>What the fields cost that an input object is given with; in a variable all of them count, because it is not looked into.</summary>
    public static double OfInput(ValueNode value, GraphQLType type) => (value, type.Nullable) switch
    {
        (ObjectValueNode given, InputObjectType input) => given.Fields.Sum(field => OfInputField(input, field)),
        (ListValueNode list, ListType items) => list.Items.Sum(item => OfInput(item, items.OfType)),
        (VariableNode, _) when type.Named is InputObjectType input => input.Fields.Sum(field => Read(field.AppliedDirectives) ?? 0),
        (_, ListType items) => OfInput(value, items.OfType),
        _ => 0,
    };

    public static ListSize? SizeOf(OutputField field)
    {
        var directive = field.AppliedDirectives.FirstOrDefault(applied => applied.Name.Value == CostDirectives.ListSize.Name);
        return directive is null ? null : new ListSize(
            (Argument(directive, "assumedSize") as IntValueNode)?.Value is { } size ? double.Parse(size, CultureInfo.InvariantCulture) : 1,
            Names(directive, "slicingArguments"),
            Names(directive, "sizedFields"),
            Argument(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false });
    }

    private static double OfInputField(InputObjectType input, ObjectFieldNode given)
    {
        var field = input.Fields.Find(field => field.Name == given.Name.Value);
        return field is null ? 0 : (Read(field.AppliedDirectives) ?? 0) + OfInput(given.Value, field.Type);
    }

    private ArgumentCostOptions? Convention(InputField argument) => argument switch
    {
        { Name: "where", Type.Named: InputObjectType { Name: var name } } when name.EndsWith("FilterInput", StringComparison.Ordinal) => options.Filtering,
        { Name: "order", Type.Named: InputObjectType { Name: var name } } when name.EndsWith("SortInput", StringComparison.Ordinal) => options.Sorting,
        _ => null,
    };

    private static double? Read(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count == 0) return null;
        var cost = directives.FirstOrDefault(directive => directive.Name.Value == CostDirectives.Cost.Name);
        var text = cost is null ? null : (Argument(cost, "weight") as StringValueNode)?.Value;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : null;
    }

    private static string[] Names(DirectiveNode directive, string argument) => Argument(directive, argument) switch
    {
        ListValueNode list => [.. list.Items.OfType<StringValueNode>().Select(item => item.Value)],
        StringValueNode single => [single.Value],
        _ => [],
    };

    private static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
}

/// <summary>What <c>@listSize</c> says. IBM GraphQL Cost Specification, 5.2.</summary>
internal sealed record ListSize(double AssumedSize, string[] SlicingArguments, string[] SizedFields, bool RequireOneSlicingArgument);
