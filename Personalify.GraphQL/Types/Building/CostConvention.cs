using System.Globalization;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Writes <c>@cost</c> and <c>@listSize</c> on what is read from C#: what an attribute says, and else that a resolver which
/// waits costs more than a property, and that a page has its size.
/// </summary>
/// <param name="defaultResolverCost">The weight of a resolver that waits; <c>null</c> to write what attributes say only.</param>
internal sealed class CostConvention(double? defaultResolverCost)
{
    public void Apply(OutputField field, AnnotatedMember member, ResultKind kind, PagedField? paging)
    {
        var directives = new List<DirectiveNode>(field.AppliedDirectives);
        if (member.Find<CostAttribute>() is { } cost) directives.Add(Cost(cost.Weight));
        else if (kind is ResultKind.Task or ResultKind.ValueTask && defaultResolverCost is { } weight) directives.Add(Cost(weight));
        if (member.Find<ListSizeAttribute>() is { } size) directives.Add(ListSize(size));
        else if (paging is not null) directives.Add(ListSize(OfPage(paging)));
        field.AppliedDirectives = directives;
    }

    /// <summary>What stands on a type, a parameter or a property of an input.</summary>
    public static IReadOnlyList<DirectiveNode> Of(CostAttribute? attribute) => attribute is null ? [] : [Cost(attribute.Weight)];

    /// <summary>What stands on a field that fetches one object for each item of an argument.</summary>
    public IReadOnlyList<DirectiveNode> OfFetching(string argument)
    {
        var size = ListSize(new ListSizeAttribute { SlicingArguments = [argument] });
        return defaultResolverCost is { } weight ? [Cost(weight), size] : [size];
    }

    private static ListSizeAttribute OfPage(PagedField paging) => new()
    {
        AssumedSize = paging.Limits.DefaultPageSize,
        SlicingArguments = ["first", "last"],
        SizedFields = [.. paging.SizedFields],
        RequireOneSlicingArgument = false,
    };

    private static DirectiveNode Cost(double weight) =>
        Literals.Directive(CostDirectives.Cost.Name, ("weight", new StringValueNode(weight.ToString(CultureInfo.InvariantCulture))));

    private static DirectiveNode ListSize(ListSizeAttribute size)
    {
        var arguments = new List<(string, ValueNode)>();
        if (size.AssumedSize > 0) arguments.Add(("assumedSize", new IntValueNode(size.AssumedSize.ToString(CultureInfo.InvariantCulture))));
        if (size.SlicingArguments.Length > 0) arguments.Add(("slicingArguments", Literals.Texts(size.SlicingArguments)));
        if (size.SizedFields.Length > 0) arguments.Add(("sizedFields", Literals.Texts(size.SizedFields)));
        if (!size.RequireOneSlicingArgument) arguments.Add(("requireOneSlicingArgument", new BooleanValueNode(false)));
        return Literals.Directive(CostDirectives.ListSize.Name, [.. arguments]);
    }
}
